//! `view!` with Leptos's syntax, for the views of `crate::ui`.
//!
//! Leptos gives every element a type made of its tag, its attributes and its children, and the compiler makes code for each
//! of those types: in a site of some hundred views that is a third of what a person downloads. This macro writes calls to
//! `crate::ui::dom` instead, where every element is of one type. Components stay Leptos's own.
//!
//! What it reads: elements, components, fragments, texts in quotes, blocks; on elements `name=value`, `class:`, `style:`,
//! `prop:`, `on:` and `node_ref`; on components props and `let:`.
use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeElement, NodeName};
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, Lit};

type Element = NodeElement<rstml::Infallible>;

/// A view: an expression of type `crate::ui::dom::Node`.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let view = rstml::parse2(tokens.into()).and_then(|nodes| siblings(&nodes));
    view.unwrap_or_else(|error| error.to_compile_error()).into()
}

/// Nodes beside each other, as one.
fn siblings(nodes: &[Node]) -> syn::Result<TokenStream> {
    let nodes = nodes.iter().map(node).collect::<syn::Result<Vec<_>>>()?;
    Ok(match nodes.as_slice() {
        [one] => quote! { #one },
        all => quote! { crate::ui::dom::Node::list(::std::vec![#(#all),*]) },
    })
}

fn node(node: &Node) -> syn::Result<TokenStream> {
    match node {
        Node::Element(element) if is_component(element.name()) => component(element),
        Node::Element(element) => {
            let element = html(element)?;
            Ok(quote! { crate::ui::dom::Node::element(#element) })
        }
        Node::Fragment(fragment) => siblings(&fragment.children),
        Node::Text(text) => {
            let text = &text.value;
            Ok(quote! { crate::ui::dom::Node::text(#text) })
        }
        Node::Block(block) => Ok(quote_spanned! { block.span()=>
            crate::ui::dom::IntoNode::into_node(#[allow(unused_braces)] #block)
        }),
        other => Err(syn::Error::new(other.span(), "a view is made of elements, components, \"texts\" and {blocks}")),
    }
}

fn is_component(name: &NodeName) -> bool {
    match name {
        NodeName::Path(path) => path
            .path
            .segments
            .last()
            .is_some_and(|last| last.ident.to_string().starts_with(|letter: char| letter.is_ascii_uppercase())),
        _ => false,
    }
}

fn html(element: &Element) -> syn::Result<TokenStream> {
    let tag = element.name().to_string();
    // The icons are all the SVG there is.
    let new = match tag.as_str() {
        "svg" | "path" => quote! { svg },
        _ => quote! { html },
    };
    let mut calls = Vec::new();
    for attribute in element.attributes() {
        calls.push(attribute_call(named(attribute)?)?);
    }
    for child in &element.children {
        let child = node(child)?;
        calls.push(quote! { .child(#child) });
    }
    Ok(quote! { crate::ui::dom::Element::#new(#tag) #(#calls)* })
}

fn named(attribute: &NodeAttribute) -> syn::Result<&KeyedAttribute> {
    match attribute {
        NodeAttribute::Attribute(attribute) => Ok(attribute),
        NodeAttribute::Block(block) => Err(syn::Error::new(block.span(), "attributes have names here")),
    }
}

fn attribute_call(attribute: &KeyedAttribute) -> syn::Result<TokenStream> {
    let key = attribute.key.to_string();
    let span = attribute.span();
    let value = attribute.value();
    let given = || value.ok_or_else(|| syn::Error::new(span, "a value is missing"));
    let (kind, name) = key.split_once(':').unwrap_or(("", &key));
    Ok(match kind {
        "on" => {
            let (event, handler) = (format_ident!("{name}", span = attribute.key.span()), given()?);
            // The one event here that Leptos has no name for.
            let event = if name == "cancel" {
                quote! { Custom::<::leptos::ev::Event>::new(#name) }
            } else {
                quote! { #event }
            };
            quote_spanned! { span=> .on(::leptos::ev::#event, #handler) }
        }
        "class" | "style" | "prop" => {
            let (method, value) = (format_ident!("{kind}"), given()?);
            quote_spanned! { span=> .#method(#name, #value) }
        }
        "" if name == "node_ref" => {
            let reference = given()?;
            quote_spanned! { span=> .node_ref(#reference) }
        }
        "" => match value {
            Some(Expr::Lit(ExprLit { lit: Lit::Str(text), .. })) => quote_spanned! { span=> .fixed(#name, #text) },
            Some(value) => quote_spanned! { span=> .attr(#name, #value) },
            None => quote_spanned! { span=> .fixed(#name, "") },
        },
        _ => return Err(syn::Error::new(span, "not an attribute that is known here")),
    })
}

fn component(element: &Element) -> syn::Result<TokenStream> {
    let name = element.name();
    let (mut props, mut bound) = (Vec::new(), Vec::new());
    for attribute in element.attributes() {
        let attribute = named(attribute)?;
        let key = &attribute.key;
        match key.to_string().split_once(':') {
            Some(("let", name)) => bound.push(format_ident!("{name}", span = key.span())),
            Some(_) => return Err(syn::Error::new(attribute.span(), "a component takes props only")),
            None => {
                let value = attribute.value().map_or_else(|| quote! { #key }, |value| quote! { #value });
                props.push(quote_spanned! { attribute.span()=> .#key(#[allow(unused_braces)] { #value }) });
            }
        }
    }
    let children = match (element.children.as_slice(), bound.is_empty()) {
        ([], _) => quote! {},
        (children, true) => {
            let children = siblings(children)?;
            quote! { .children(::leptos::children::ToChildren::to_children(move || #children)) }
        }
        (children, false) => {
            let children = siblings(children)?;
            quote! { .children(move |#(#bound),*| #children) }
        }
    };
    Ok(quote! {
        crate::ui::dom::Node::view({
            #[allow(unused_mut, clippy::let_and_return)]
            ::leptos::component::component_view(
                #[allow(clippy::needless_borrows_for_generic_args)]
                &#name,
                ::leptos::component::component_props_builder(&#name) #(#props)* #children .build(),
            )
        })
    })
}
