//! Build steps that need Rust: `cargo run -p xtask -- glue WASM OUT NAME` writes the JavaScript glue of a
//! compiled module, with its types, into the folder OUT.

use std::{env, error::Error, path::Path, process::ExitCode};

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words[..] {
        ["glue", wasm, out, name] => glue(Path::new(wasm), Path::new(out), name),
        _ => Err(format!("expected `glue WASM OUT NAME`, got `{}`", words.join(" ")).into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes `NAME.js`, `NAME.d.ts` and `NAME_bg.wasm` for the web target: one output that serves pages,
/// workers, bundlers and Node alike. It can put a new instance in the place of one that has trapped.
fn glue(wasm: &Path, out: &Path, name: &str) -> Result<(), Box<dyn Error>> {
    Bindgen::new()
        .input_path(wasm)
        .out_name(name)
        .web(true)?
        .typescript(true)
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .reset_state_function(true)
        .generate(out)?;
    Ok(())
}
