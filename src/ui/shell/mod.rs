//! The frame around every page: top bar, left menu, breadcrumb, blade header, panes that belong to no page.
//!
//! Comes in: kit, state, routes, billing, text. Never: a blade (the page is handed in by `blades::Page`).
mod account_menu;
mod address;
mod bars;
mod blade;
mod command_line;
mod file_pane;
mod filter_bar;
mod job;
mod later;
mod left_menu;
mod load;
mod notices;
mod own;
mod privacy;
mod purchases;
mod search;
mod settings;
mod sorting;
mod status;
mod token;
mod top_bar;

pub use account_menu::AccountPane;
pub use address::address_lines;
pub use bars::Bars;
pub use blade::{Blade, blade_command};
pub use command_line::CommandLine;
pub use file_pane::{FilePane, tell_running};
pub use filter_bar::{FilterBar, nothing_matches};
pub use job::{JobView, file_error_words};
pub use later::{Loading, later, pane_later};
pub use left_menu::LeftMenu;
pub use load::{Loaded, empty_with_why, error_panel, invoices_refused};
pub use notices::{NoticesPane, ToastHost};
pub use own::LeaveFiles;
pub use privacy::privacy_note;
pub use purchases::purchase_note;
pub use settings::SettingsPane;
pub use sorting::{grid_words, read_sort, sort_rows, write_sort};
pub use status::{StatusOf, locked_words};
pub use token::TokenGate;
pub use top_bar::{Drawer, TopBar};
