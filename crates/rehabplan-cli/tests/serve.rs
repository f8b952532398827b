//! What `rehabplan serve` does not begin with, and says.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, clippy::expect_used)]
#![cfg(feature = "server")]

mod run;

use std::net::TcpListener;

use run::{folder, rehabplan};

#[test]
fn what_a_server_cannot_begin_with_is_said() {
    let folder = folder("serve");
    let (empty, short) = (folder.file("empty", "\n"), folder.file("short", &"x".repeat(31)));
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    for (arguments, named, says) in [
        (vec!["--listen", &address], &address[..], "in use by another program"),
        (vec!["--listen", "0.0.0.0:0"], "0.0.0.0:0", "--token-file"),
        (vec!["--listen", "127.0.0.1:0", "--token-file", &empty], "empty", "at least 32 characters"),
        (vec!["--listen", "127.0.0.1:0", "--token-file", &short], "short", "at least 32 characters"),
        (vec!["--listen", "127.0.0.1:0", "--token-file", folder.root()], folder.root(), "is a folder"),
        (vec!["--max-bytes", "0"], "--max-bytes", "a whole number from 1"),
        (vec!["--connections", "0"], "--connections", "from 1 to 65535"),
        (vec!["--seconds", "0"], "--seconds", "from 1 to 65535"),
        (vec!["--workers", "0"], "--workers", "not known"),
    ] {
        let run = rehabplan(&[&["--lang", "en", "serve"], &arguments[..]].concat());
        assert_eq!((run.status, &run.stdout[..]), (2, ""), "{arguments:?}");
        assert!(run.stderr.contains(named) && run.stderr.contains(says), "{arguments:?}: {}", run.stderr);
    }
}

/// In the language of the command line, where a line names none.
#[test]
fn a_child_process_speaks_the_language_that_it_was_begun_with() {
    for (arguments, says) in
        [(&["serve", "--stdio"][..], "ikke JSON"), (&["--lang", "en", "serve", "--stdio"], "not JSON")]
    {
        let run = run::rehabplan_with_input(arguments, "{,}\n");
        assert!(run.stdout.contains(says), "{arguments:?}: {}", run.stdout);
    }
}
