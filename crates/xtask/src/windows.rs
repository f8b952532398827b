//! `cargo xtask windows`: the command line and the C library for Windows, built with mingw-w64 and tested under Wine.
//!
//! What Wine cannot show: a real console and its code page, NTFS with its locks of ranges and its own rules for names, virus
//! scanners that hold files, signing, Windows' own limits for long paths, and a search in a folder whose path is longer than they
//! are; nor whether other compilers than mingw-w64 take the library. Those want a Windows.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use xtask::dependencies::WINDOWS;

/// What became of it.
pub(crate) enum Windows {
    Passed,
    Failed,
    /// Something is not installed; it was said what.
    NotRun,
}

/// Builds the command line and the C library for Windows and runs their tests under Wine. What follows `--` goes to `cargo test`.
///
/// # Errors
///
/// When a file cannot be written, or a program not be started.
pub(crate) fn run(root: &Path, target: &Path, arguments: &[String]) -> io::Result<Windows> {
    if !can_build() {
        return Ok(Windows::NotRun);
    }
    let Some(wine) = wine() else {
        eprintln!("not run under Wine: there is none; with Debian: apt-get install wine64");
        return Ok(Windows::NotRun);
    };
    let wine = Wine { program: wine, folder: target.join("windows") };
    std::fs::create_dir_all(&wine.folder)?;
    let library = wine.folder.join("bcryptprimitives.dll");
    let source = root.join("crates/xtask/src/windows/processprng.c");
    let built = Command::new(LINKER).arg("-shared").arg("-o").args([&library, &source]).arg("-ladvapi32").status()?;
    if !built.success() {
        return Ok(Windows::Failed);
    }
    let mut cargo = Command::new("cargo");
    cargo
        .args(["test", "--package", "rehabplan-cli", "--quiet", "--no-fail-fast", "--target", WINDOWS])
        .args(arguments)
        .current_dir(root)
        .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", &wine.program)
        .env("INSTA_WORKSPACE_ROOT", format!("Z:{}", root.canonicalize()?.display()));
    let passed = wine.around(&mut cargo).status()?.success();
    Ok(if c_library(root, target, &wine)? && passed { Windows::Passed } else { Windows::Failed })
}

/// The hostile caller of the C library and the program of its README, built as a vendor with mingw-w64 would, and run under Wine.
fn c_library(root: &Path, target: &Path, wine: &Wine) -> io::Result<bool> {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--package", "rehabplan-c", "--target", WINDOWS]).current_dir(root);
    if !cargo.status()?.success() {
        return Ok(false);
    }
    let package = wine.folder.join("c");
    crate::native::c_for_windows(root, &target.join(WINDOWS).join("debug"), &package)?;
    // Windows looks for a library beside the program.
    let [include, lib, bin] = ["include", "lib", "bin"].map(|name| package.join(name));
    let readme = wine.folder.join("readme.c");
    let (program, expected) = crate::native::first_hour(&root.join("bindings/c/README.md"), "c")?;
    std::fs::write(&readme, program)?;
    let mut passed = true;
    for (name, source, expected) in [
        (
            "hostile.exe",
            root.join("bindings/c/tests/hostile.c"),
            "hostile: all is as it should be, with 1000 threads\n",
        ),
        ("readme.exe", readme, expected.as_str()),
    ] {
        let mut gcc = Command::new(LINKER);
        gcc.args(["-std=c11", "-Wall", "-Wextra", "-Werror", "-static", "-I"]).arg(&include).arg(source);
        gcc.arg("-L").arg(&lib).args(["-l:librehabplan.dll.a", "-lpthread", "-o"]).arg(bin.join(name));
        let output = if gcc.status()?.success() {
            wine.around(Command::new(&wine.program).arg(bin.join(name))).output()?.stdout
        } else {
            Vec::new()
        };
        let is_so = String::from_utf8_lossy(&output).replace("\r\n", "\n") == expected;
        eprintln!("C library: {name}: {}", if is_so { "as expected" } else { "failed" });
        passed &= is_so;
    }
    Ok(passed)
}

/// A Wine of its own, which nothing else has changed.
struct Wine {
    program: PathBuf,
    folder: PathBuf,
}

impl Wine {
    /// A command that runs in it, or runs others in it.
    fn around<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        command
            .env("WINEPREFIX", self.folder.join("wine"))
            .env("WINEPATH", format!("Z:{}", self.folder.display()).replace('/', "\\"))
            .env("WINEDEBUG", "-all")
    }
}

const LINKER: &str = "x86_64-w64-mingw32-gcc";

/// Whether what builds for Windows is there. What is missing is said.
pub(crate) fn can_build() -> bool {
    let has_linker = starts(LINKER, "--version");
    if !has_linker {
        eprintln!("not built for Windows: {LINKER} is missing; with Debian: apt-get install gcc-mingw-w64-x86-64");
    }
    let has_library = has_platform(WINDOWS);
    if !has_library {
        eprintln!("not built for Windows: Rust's library for it is missing; with rustup: rustup target add {WINDOWS}");
    }
    has_linker && has_library
}

/// Debian keeps the program itself away from the path, and its script looks for the one of 32 bits too.
fn wine() -> Option<PathBuf> {
    ["/usr/lib/wine/wine64", "wine64", "wine"].into_iter().find(|wine| starts(wine, "--version")).map(PathBuf::from)
}

/// Whether a program is there and starts.
pub(crate) fn starts(program: &str, argument: &str) -> bool {
    Command::new(program).arg(argument).output().is_ok_and(|output| output.status.success())
}

/// Whether Rust's library for a platform is installed.
pub(crate) fn has_platform(platform: &str) -> bool {
    PathBuf::from(rustc_says(&["--print", "target-libdir", "--target", platform])).is_dir()
}

/// Where the compiler is installed.
pub(crate) fn sysroot() -> PathBuf {
    rustc_says(&["--print", "sysroot"]).into()
}

/// What the compiler was made of: the name by which its standard library calls its own source.
pub(crate) fn compiler() -> String {
    let about = rustc_says(&["--version", "--verbose"]);
    about.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or_default().to_owned()
}

/// What the compiler says; nothing when there is none.
fn rustc_says(arguments: &[&str]) -> String {
    let output = Command::new("rustc").args(arguments).output();
    output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
}
