//! Fluent 2 components on native elements. They know no billing.
//!
//! May come in: `leptos` (the browser only through it) and `crate::text`. May not: `state`, `arm`, `billing`, the other
//! rooms of `ui`. All words come in as props, already in the person's language; what a component asks for goes out through
//! a callback. Colours come from `src/style/tokens.css`, classes are `fx-block__part--state`.
//!
//! | for | components |
//! | --- | --- |
//! | doing | [`Button`], [`LinkButton`], [`CommandBar`] of [`CommandItem`]s, [`Menu`] of [`MenuItem`]s, [`Tooltip`] |
//! | asking | [`Pane`] (a form beside the page), [`ConfirmDialog`] (before something is taken away) |
//! | telling | [`MessageBar`], [`Toasts`] of [`ToastItem`]s, [`Progress`], [`Skeleton`], [`EmptyState`], [`ErrorPanel`], [`Status`] |
//! | typing | [`TextField`], [`SearchBox`], [`TagInput`], [`Combobox`] of [`ComboOption`]s |
//! | choosing | [`SelectField`], [`RadioGroup`], [`FilterPill`] (of [`Choice`]s), [`Checkbox`], [`Switch`] |
//! | reading | [`DataGrid`] of [`Column`]s, [`VirtualGrid`] of [`VirtualColumn`]s, [`Essentials`] of [`Fact`]s, [`Card`], [`CopyButton`], [`Breadcrumb`], [`Glyph`] of an [`Icon`] |
//!
//! Fields are controlled: `value` comes in as a signal, each change goes out through `on_input` or `on_change`. A control
//! that may not be used takes a `disabled_reason`: it stays focusable and tells it.
mod button;
mod choice;
mod combobox;
mod command_bar;
mod dom;
mod facts;
mod field;
mod filter_pill;
mod grid;
mod icon;
mod menu;
mod message_bar;
mod pane;
mod size;
mod states;
mod tag_input;
mod tooltip;
mod virtual_grid;

pub use button::{Appearance, Button, LinkButton};
pub use choice::{Checkbox, Choice, RadioGroup, SelectField, Switch};
pub use combobox::{ComboOption, Combobox};
pub use command_bar::{CommandBar, CommandItem};
pub use facts::{Breadcrumb, Card, CopyButton, Crumb, Essentials, Fact, Status, Tone};
pub use field::{SearchBox, TextField};
pub use filter_pill::FilterPill;
pub use grid::{
    CellKind, Column, DataGrid, GridValues, GridWords, RowMenu, Rows, Sort, TotalRow, ValueColumn, grid_values,
};
pub use icon::{Glyph, Icon};
pub use menu::{Menu, MenuItem};
pub use message_bar::{Intent, MessageBar, ToastItem, Toasts};
pub use pane::{ConfirmDialog, Pane};
pub use states::{EmptyState, ErrorPanel, Progress, Skeleton};
pub use tag_input::{TagCheck, TagInput, TagSplit};
pub use tooltip::Tooltip;
pub use virtual_grid::{VirtualColumn, VirtualGrid};
