//! Keys struck on the virtual screen, and the real ibus-unikey engine that planners have between them and the window.
//!
//! Linux under X only (xdotool). The engine has a message bus, a daemon and a folder of its own, and ends with the value.
#![allow(clippy::panic)]

use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::webview::Window;

const START: Duration = Duration::from_secs(20);
const BETWEEN_LOOKS: Duration = Duration::from_millis(100);

/// Letters that Unikey for Windows sends, by their X names.
const ACCENTED: [&str; 6] = ["acircumflex", "ecircumflex", "ocircumflex", "abreve", "dstroke", "ohorn"];

/// The keys of the virtual screen, struck for real, as fast as the machine takes them.
pub struct Keyboard(());

impl Keyboard {
    /// Gives the open window the keyboard (no window manager does, on a virtual screen), and accented letters keys of
    /// their own. The window comes first: a screen forgets its keys when the last window goes.
    ///
    /// # Panics
    /// If there is no such window, or the screen does not take the keys.
    pub fn of(_window: &Window) -> Self {
        focus_window();
        // xdotool gives a letter that no key has a key for the moment; struck fast, the window looks it up too late.
        // The screen takes over the keys of the device last struck, so one of xdotool's comes first.
        xdotool(&["key", "shift"]);
        let keys = (200..).zip(ACCENTED).flat_map(|(code, letter)| ["-e".to_owned(), format!("keycode {code} = {letter}")]);
        let mapped = Command::new("xmodmap").args(keys).status();
        assert!(mapped.is_ok_and(|status| status.success()), "xmodmap gives accented letters no keys");
        Self(())
    }

    /// Strikes the keys of these letters (ASCII) one after another, as fast as the machine takes them.
    ///
    /// # Panics
    /// If xdotool fails.
    pub fn strike(&self, letters: &str) {
        self.strike_at(letters, 0);
    }

    /// As [`Keyboard::strike`], so many milliseconds apart.
    ///
    /// # Panics
    /// If xdotool fails.
    pub fn strike_at(&self, letters: &str, apart: u32) {
        xdotool(&["type", "--delay", &apart.to_string(), "--", letters]);
    }

    /// Presses keys by their X names: `BackSpace`, `a`, `acircumflex`.
    ///
    /// # Panics
    /// If xdotool fails.
    pub fn press(&self, keys: &[&str]) {
        let mut arguments = vec!["key", "--delay", "0"];
        arguments.extend(keys);
        xdotool(&arguments);
    }
}

/// A way of typing Vietnamese, by the engine's name for it.
#[derive(Debug, Clone, Copy)]
pub enum Method {
    /// Accents by letters: "ddooir".
    Telex,
    /// Accents by figures: "d9o6i3".
    Vni,
}

/// The running engine.
pub struct Unikey {
    bus: Child,
    daemon: Child,
    environment: Vec<(String, String)>,
    _home: TempDir,
}

impl Unikey {
    /// Starts the engine.
    ///
    /// # Panics
    /// If a part of it does not start.
    pub fn start(method: Method) -> Self {
        let home = tempfile::tempdir().unwrap_or_else(|error| panic!("no folder for ibus: {error}"));
        let settings = home.path().join("glib-2.0/settings");
        let name = match method {
            Method::Telex => "telex",
            Method::Vni => "vni",
        };
        let kept = format!("[org/freedesktop/ibus/engine/unikey]\ninput-method='{name}'\n");
        std::fs::create_dir_all(&settings)
            .and_then(|()| std::fs::write(settings.join("keyfile"), kept))
            .unwrap_or_else(|error| panic!("the engine's settings: {error}"));
        let private = std::fs::Permissions::from_mode(0o700);
        std::fs::set_permissions(home.path(), private).unwrap_or_else(|error| panic!("ibus's folder: {error}"));
        let mut environment = vec![
            ("GTK_IM_MODULE".to_owned(), "ibus".to_owned()),
            ("GSETTINGS_BACKEND".to_owned(), "memory".to_owned()),
            ("XDG_RUNTIME_DIR".to_owned(), home.path().display().to_string()),
        ];
        let (bus, address) = start_bus(&environment);
        environment.push(("DBUS_SESSION_BUS_ADDRESS".to_owned(), address));
        let mut daemon = Command::new("timeout");
        daemon.args(["600", "ibus-daemon", "--panel=disable", "--config=disable"]);
        daemon
            .envs(environment.clone())
            .env("GSETTINGS_BACKEND", "keyfile")
            .env("HOME", home.path())
            .env("XDG_CONFIG_HOME", home.path())
            .env("XDG_CACHE_HOME", home.path());
        let daemon = daemon.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let daemon = daemon.unwrap_or_else(|error| panic!("ibus-daemon does not start: {error}"));
        let mut unikey = Self { bus, daemon, environment, _home: home };
        let address = unikey.until_answered("an address", &["address"], |answer| answer.starts_with("unix:"));
        unikey.environment.push(("IBUS_ADDRESS".to_owned(), address));
        // Also fails for want of a keyboard layout to set, which a virtual screen does not have: only its effect counts.
        let _ = unikey.ibus(&["engine", "Unikey"]);
        unikey.until_answered("the engine Unikey", &["engine"], |answer| answer == "Unikey");
        unikey
    }

    /// What a window needs to know to be typed into through the engine.
    pub fn environment(&self) -> &[(String, String)] {
        &self.environment
    }

    fn ibus(&self, arguments: &[&str]) -> String {
        let output = Command::new("ibus")
            .args(arguments)
            .envs(self.environment.clone())
            .env("HOME", self._home.path())
            .env("XDG_CONFIG_HOME", self._home.path())
            .env("XDG_CACHE_HOME", self._home.path())
            .output();
        let output = output.unwrap_or_else(|error| panic!("ibus does not run: {error}"));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    fn until_answered(&self, what: &str, arguments: &[&str], good: impl Fn(&str) -> bool) -> String {
        let end = Instant::now() + START;
        loop {
            let answer = self.ibus(arguments);
            if good(&answer) {
                return answer;
            }
            assert!(Instant::now() < end, "ibus does not give {what}, but “{answer}”");
            sleep(BETWEEN_LOOKS);
        }
    }
}

impl Drop for Unikey {
    fn drop(&mut self) {
        for process in [&mut self.daemon, &mut self.bus] {
            let _ = Command::new("kill").arg(process.id().to_string()).status();
            let _ = process.wait();
        }
    }
}

/// A message bus of our own, with its address.
fn start_bus(environment: &[(String, String)]) -> (Child, String) {
    let mut bus = Command::new("timeout");
    bus.args(["600", "dbus-daemon", "--session", "--nofork", "--print-address"]).envs(environment.iter().cloned());
    let bus = bus.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut bus = bus.unwrap_or_else(|error| panic!("dbus-daemon does not start: {error}"));
    let mut address = String::new();
    if let Some(output) = bus.stdout.take() {
        let _ = BufReader::new(output).read_line(&mut address);
    }
    assert!(address.contains('='), "dbus-daemon gives no address: “{address}”");
    (bus, address.trim().to_owned())
}

fn focus_window() {
    let end = Instant::now() + START;
    loop {
        let found = Command::new("xdotool").args(["search", "--onlyvisible", "--class", "soan-ke-hoach"]).output();
        let found = found.unwrap_or_else(|error| panic!("xdotool does not run: {error}"));
        if let Some(window) = String::from_utf8_lossy(&found.stdout).lines().next() {
            xdotool(&["windowfocus", "--sync", window]);
            return;
        }
        assert!(Instant::now() < end, "xdotool finds no window of the program");
        sleep(BETWEEN_LOOKS);
    }
}

fn xdotool(arguments: &[&str]) {
    let done = Command::new("xdotool").args(arguments).status();
    assert!(done.is_ok_and(|status| status.success()), "xdotool {arguments:?} fails");
}
