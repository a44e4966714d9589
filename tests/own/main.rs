//! JSON of a person's own, asked as the client asks an API: what is there is told digit for digit, what is not is refused
//! with the command that saves it, and nothing can be changed.
mod broken;
mod complete;
mod derived;
mod hostile;
mod lists;
mod published;
mod repeated;
mod support;
mod tables;
mod usage;
