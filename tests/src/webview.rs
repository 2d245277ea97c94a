//! Drives the window in the real webview as a planner would: by what is shown, with clicks and keys.
//!
//! Linux under X only (`xvfb-run`): WebKitWebDriver starts the debug build of `soan-ke-hoach`, which must have its
//! feature `e2e`, or another program that is named. Every window has a home folder of its own and an end, so that nothing hangs or touches the user's data.
#![allow(clippy::panic)]

use std::cell::Cell;
use std::fs::{self, File, OpenOptions};
use std::future::Future;
use std::io::Write as _;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

use crate::pictures::Picture;
use crate::program::root;

/// A window may be driven for so long, then its driver and it are ended.
const WHOLE: Duration = Duration::from_secs(420);
/// How long to wait for one thing to show.
const ONE: Duration = Duration::from_secs(30);
/// Where the window writes down what it would open in other programs.
const OPENED: &str = "opened.txt";
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// Whether anything of `arguments[0]` shows. WebDriver's own answer is wrong for text cut by an ellipsis.
const SHOWS: &str = "
    const what = arguments[0], found = [];
    if (what.startsWith('//')) {
        const nodes = document.evaluate(what, document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
        for (let at = 0; at < nodes.snapshotLength; at += 1) found.push(nodes.snapshotItem(at));
    } else found.push(...document.querySelectorAll(what));
    return found.some((one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible');";

/// What a field holds; of text that is edited in place its paragraphs, one a line.
const HELD_BY: &str = "(field) => field.value ?? [...field.querySelectorAll('p')].map((one) => one.innerText.trim()).join('\\n')";

/// Comes back once what has changed is painted, in its own fonts: a picture taken earlier shows an older frame.
const PAINTED: &str = "
    const done = arguments[arguments.length - 1];
    document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));";

/// Faults as "rule: help: place, place".
const AXE: &str = "
    const done = arguments[arguments.length - 1];
    const told = (fault) => `${fault.id}: ${fault.help}: ${fault.nodes.map((node) => node.target.join(' ')).join(', ')}`;
    axe.run(document, { resultTypes: ['violations'] })
        .then((found) => done(found.violations.map(told)))
        .catch((error) => done([`axe-core: ${error}`]));";

/// Hides what differs from one run to the next: times, places of files, the caret, anything that moves.
const CALM: &str = "
    if (document.getElementById('calm')) return;
    const style = document.createElement('style');
    style.id = 'calm';
    style.textContent = `[data-volatile] { visibility: hidden !important }
        * { caret-color: transparent !important; transition: none !important; animation: none !important }`;
    document.head.append(style);";

/// The running window. Dropping it ends it; if the test is failing, its picture is kept first.
pub struct Window {
    name: &'static str,
    runtime: Runtime,
    client: Client,
    driver: Driver,
    dialogs: PathBuf,
    deadline: Instant,
    /// How often something was clicked.
    clicks: Cell<u32>,
    /// Its own, if nobody lent one.
    _home: Option<TempDir>,
}

impl Window {
    /// Starts the program with these arguments. `name` names the pictures kept in `target/e2e`.
    ///
    /// # Panics
    /// If WebKitWebDriver or the program does not start.
    pub fn open(name: &'static str, arguments: &[&str]) -> Self {
        Self::open_in(name, arguments, &[])
    }

    /// As [`Window::open`], with more in the program's environment.
    ///
    /// # Panics
    /// As [`Window::open`].
    pub fn open_in(name: &'static str, arguments: &[&str], environment: &[(String, String)]) -> Self {
        Self::of_program(&root().join("target/debug/soan-ke-hoach"), name, arguments, environment)
    }

    /// As [`Window::open_in`], of this program.
    ///
    /// # Panics
    /// As [`Window::open`].
    pub fn of_program(binary: &Path, name: &'static str, arguments: &[&str], environment: &[(String, String)]) -> Self {
        let home = tempfile::tempdir().unwrap_or_else(|error| panic!("no home folder: {error}"));
        let mut window = Self::start(binary, name, arguments, environment, home.path());
        window._home = Some(home);
        window
    }

    /// As [`Window::open`], with the home folder of an earlier window: what that one left there is found again.
    ///
    /// # Panics
    /// As [`Window::open`].
    pub fn at_home(name: &'static str, arguments: &[&str], home: &Path) -> Self {
        Self::at_home_in(name, arguments, home, &[])
    }

    /// As [`Window::at_home`], with more in the program's environment.
    ///
    /// # Panics
    /// As [`Window::open`].
    pub fn at_home_in(name: &'static str, arguments: &[&str], home: &Path, environment: &[(String, String)]) -> Self {
        Self::start(&root().join("target/debug/soan-ke-hoach"), name, arguments, environment, home)
    }

    fn start(binary: &Path, name: &'static str, arguments: &[&str], environment: &[(String, String)], home: &Path) -> Self {
        assert!(binary.exists(), "{} is not there: `cargo xtask test e2e` builds it", binary.display());
        let dialogs = home.join("dialogs.txt");
        let driver = Driver::start(name, home, &dialogs, environment);
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap_or_else(|error| panic!("no runtime for WebDriver: {error}"));
        let options = json!({ "binary": binary, "args": arguments });
        let capabilities = Capabilities::from_iter([("webkitgtk:browserOptions".to_owned(), options)]);
        let address = format!("http://127.0.0.1:{}", driver.port);
        let client = runtime.block_on(async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            tokio::time::timeout(ONE, builder.capabilities(capabilities).connect(&address)).await
        });
        let client = match client {
            Ok(Ok(client)) => client,
            Ok(Err(error)) => panic!("{name}: the window did not start: {error}; see {}", driver.log.display()),
            Err(_) => panic!("{name}: the window did not start within {ONE:?}; see {}", driver.log.display()),
        };
        Self { name, runtime, client, driver, dialogs, deadline: Instant::now() + WHOLE, clicks: Cell::new(0), _home: None }
    }

    /// The running program and what it started, the driver aside: process numbers.
    pub fn processes(&self) -> Vec<u32> {
        let group = self.driver.process.id().to_string();
        let found = Command::new("pgrep").args(["-g", &group]).output().map(|output| output.stdout).unwrap_or_default();
        let all = String::from_utf8_lossy(&found).lines().filter_map(|line| line.parse().ok()).collect::<Vec<u32>>();
        let name = |id: &u32| fs::read_to_string(format!("/proc/{id}/comm")).unwrap_or_default();
        all.into_iter().filter(|id| !matches!(name(id).trim(), "timeout" | "WebKitWebDriver")).collect()
    }

    /// Ends the window as a power cut would, at once.
    ///
    /// # Panics
    /// If it does not end.
    pub fn kill(&self) {
        let group = self.driver.process.id().to_string();
        let killed = Command::new("pkill").args(["-KILL", "-g", &group, "-x", "soan-ke-hoach"]).status();
        assert!(killed.is_ok_and(|status| status.success()), "{}: no window to kill", self.name);
    }

    /// Asks the window to close, as its close button does, and waits until it has.
    ///
    /// # Panics
    /// If it is still there in the end.
    pub fn close(&self) {
        let group = self.driver.process.id().to_string();
        self.ask_to_close();
        self.wait("it does not close", || {
            let found = Command::new("pgrep").args(["-g", &group, "-x", "soan-ke-hoach"]).stdout(Stdio::null()).status();
            Ok(found.is_ok_and(|status| !status.success()))
        });
    }

    /// Asks the window to close, as its close button does.
    ///
    /// # Panics
    /// If the window does not take the event.
    pub fn ask_to_close(&self) {
        self.emit("tauri://close-requested", &Value::Null);
    }

    /// Lets files fall on the window.
    ///
    /// # Panics
    /// If the window does not take the event.
    pub fn drop_files(&self, files: &[&Path]) {
        self.see("body[data-drops='ready']");
        self.emit("tauri://drag-drop", &json!({ "paths": files, "position": { "x": 10, "y": 10 } }));
    }

    /// Tells the window of something that the system tells it otherwise.
    fn emit(&self, event: &str, payload: &Value) {
        let script = "window.__TAURI_INTERNALS__.invoke('plugin:event|emit', { event: arguments[0], payload: arguments[1] });";
        let told = self.run(self.client.execute(script, vec![json!(event), payload.clone()]));
        told.unwrap_or_else(|error| panic!("{}: {event}: {error}", self.name));
    }

    /// What the next file dialogs answer, in this order; an empty path is “Hủy”.
    ///
    /// # Panics
    /// If the answer cannot be left for the window.
    pub fn answer_dialog(&self, path: &Path) {
        let file = OpenOptions::new().create(true).append(true).open(&self.dialogs);
        file.and_then(|mut file| writeln!(file, "{}", path.display())).unwrap_or_else(|error| panic!("dialogs: {error}"));
    }

    /// Files and folders that the window handed over to other programs, in order.
    pub fn handed_over(&self) -> Vec<PathBuf> {
        let list = fs::read_to_string(self.dialogs.with_file_name(OPENED)).unwrap_or_default();
        list.lines().map(PathBuf::from).collect()
    }

    /// What a script gives back; it may wait: its last argument is the function to answer with.
    ///
    /// # Panics
    /// If it does not answer in time.
    pub fn answer(&self, script: &str) -> Value {
        self.answer_to(script, &[])
    }

    /// As [`Window::answer`], of a script with arguments before that function.
    ///
    /// # Panics
    /// As [`Window::answer`].
    pub fn answer_to(&self, script: &str, arguments: &[Value]) -> Value {
        let answer = self.run(self.client.execute_async(script, arguments.to_vec()));
        answer.unwrap_or_else(|error| panic!("{}: no answer: {error}", self.name))
    }

    /// Waits until this shows. `what` is a CSS selector, or an XPath from [`button`] and its like.
    ///
    /// # Panics
    /// If it does not show in time.
    pub fn see(&self, what: &str) {
        self.wait(&format!("{what} does not show"), || self.shows(what));
    }

    /// Waits until this no longer shows.
    ///
    /// # Panics
    /// If it still shows after all the time there is.
    pub fn see_no_more(&self, what: &str) {
        self.wait(&format!("{what} still shows"), || Ok(!self.shows(what)?));
    }

    /// How often something was clicked so far.
    pub fn clicks(&self) -> u32 {
        self.clicks.get()
    }

    /// Clicks it once it shows and can be clicked.
    ///
    /// # Panics
    /// If it cannot be clicked in time.
    pub fn click(&self, what: &str) {
        self.clicks.set(self.clicks.get() + 1);
        self.wait(&format!("{what} cannot be clicked"), || {
            self.run(async {
                let element = self.client.find(locator(what)).await?;
                if !element.is_enabled().await? {
                    return Ok(false);
                }
                element.click().await.map(|()| true)
            })
        });
    }

    /// Puts `text` in the place of what a field holds, key by key; a line feed is the Enter key.
    ///
    /// # Panics
    /// If there is no such field, or it does not hold the text afterwards.
    pub fn type_over(&self, what: &str, text: &str) {
        self.click(what);
        let keys = text.replace('\n', &char::from(Key::Enter).to_string());
        let all = format!("{}a{}", char::from(Key::Control), char::from(Key::Null));
        let typed = self.run(async {
            let field = self.client.find(locator(what)).await?;
            field.send_keys(&all).await?;
            field.send_keys(&keys).await
        });
        typed.unwrap_or_else(|error| panic!("{}: nothing can be typed into {what}: {error}", self.name));
        self.wait(&format!("{what} does not hold “{text}”, which was typed into it"), || {
            let script = format!("return ({HELD_BY})(arguments[0])");
            let element = self.run(self.client.find(locator(what)))?;
            let element = serde_json::to_value(element).map_err(|error| Box::new(CmdError::from(error)))?;
            Ok(self.run(self.client.execute(&script, vec![element]))? == json!(text))
        });
    }

    /// Presses a key in whatever has the focus.
    ///
    /// # Panics
    /// If nothing has the focus.
    pub fn press(&self, key: Key) {
        let pressed = self.run(async { self.client.active_element().await?.send_keys(&char::from(key).to_string()).await });
        pressed.unwrap_or_else(|error| panic!("{}: {key:?} cannot be pressed: {error}", self.name));
    }

    /// Presses a key while others are held, in whatever has the focus: `&[Key::Control], "z"`.
    ///
    /// # Panics
    /// If nothing has the focus.
    pub fn chord(&self, held: &[Key], key: &str) {
        let release = (!held.is_empty()).then_some(char::from(Key::Null));
        let keys: String = held.iter().map(|key| char::from(*key)).chain(key.chars()).chain(release).collect();
        let pressed = self.run(async { self.client.active_element().await?.send_keys(&keys).await });
        pressed.unwrap_or_else(|error| panic!("{}: {held:?} {key} cannot be pressed: {error}", self.name));
    }

    /// The visible text of the first such thing, once it shows.
    ///
    /// # Panics
    /// If it does not show in time.
    pub fn text(&self, what: &str) -> String {
        self.see(what);
        self.run(async { self.client.find(locator(what)).await?.text().await })
            .unwrap_or_else(|error| panic!("{}: no text of {what}: {error}", self.name))
    }

    /// How many such things there are, shown or scrolled away.
    ///
    /// # Panics
    /// If the window does not answer.
    pub fn count(&self, what: &str) -> usize {
        self.run(async { self.client.find_all(locator(what)).await })
            .unwrap_or_else(|error| panic!("{}: {what} cannot be counted: {error}", self.name))
            .len()
    }

    /// Waits until a script's `return` is true. `fault` says what is wrong if it never is.
    ///
    /// # Panics
    /// If it is not true in time.
    pub fn until(&self, fault: &str, script: &str) {
        self.wait(fault, || Ok(self.run(self.client.execute(script, vec![]))? == Value::Bool(true)));
    }

    /// Keeps a picture of the window as it is now, in `target/e2e`.
    ///
    /// # Panics
    /// If it cannot be taken or written.
    pub fn picture(&self, name: &str) {
        if let Err(fault) = self.keep_picture(name) {
            panic!("{}: no picture “{name}”: {fault}", self.name);
        }
    }

    /// Sets the window's size in pixels.
    ///
    /// # Panics
    /// If the window does not take it.
    pub fn resize(&self, width: u32, height: u32) {
        let sized = self.run(self.client.set_window_rect(0, 0, width, height));
        sized.unwrap_or_else(|error| panic!("{}: no size of {width} × {height}: {error}", self.name));
        self.until(
            &format!("the window does not become {width} × {height}"),
            &format!("return Math.abs(innerWidth - {width}) <= 2 && Math.abs(innerHeight - {height}) <= 60"),
        );
    }

    /// Runs a script; what it returns.
    ///
    /// # Panics
    /// If it fails.
    pub fn script(&self, script: &str) -> Value {
        self.run(self.client.execute(script, vec![])).unwrap_or_else(|error| panic!("{}: {script}: {error}", self.name))
    }

    /// What axe-core finds against WCAG 2.2 A and AA and its own best practices on what shows now: rule, fault, places.
    ///
    /// # Panics
    /// If axe-core is not installed or does not run.
    pub fn accessibility_faults(&self) -> Vec<String> {
        if self.script("return typeof axe") == json!("undefined") {
            let path = root().join("tests/tools/node_modules/axe-core/axe.min.js");
            let axe = fs::read_to_string(&path)
                .unwrap_or_else(|error| panic!("{}: {error}; `cargo xtask test` installs it", path.display()));
            let put = self.run(self.client.execute(&format!("{axe}; window.axe = axe;"), vec![]));
            put.unwrap_or_else(|error| panic!("{}: axe-core does not load: {error}", self.name));
        }
        let found = self.run(self.client.execute_async(AXE, vec![]));
        let found = found.unwrap_or_else(|error| panic!("{}: axe-core does not run: {error}", self.name));
        let fault = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        found.as_array().map(|all| all.iter().map(fault).collect()).unwrap_or_default()
    }

    /// Hides what changes by the hour, and lets nothing move: colours are at once what they are to be.
    ///
    /// # Panics
    /// If the window does not answer.
    pub fn calm(&self) {
        self.script(CALM);
    }

    /// The window as a small grey picture, a third of its size, with what changes by the hour hidden.
    ///
    /// # Panics
    /// If it cannot be taken.
    pub fn small_picture(&self) -> Picture {
        self.calm();
        let picture = async {
            self.client.execute_async(PAINTED, vec![]).await?;
            self.client.screenshot().await
        };
        let png = self.run_within(ONE, picture);
        let png = png.unwrap_or_else(|error| panic!("{}: no picture: {error}", self.name));
        Picture::of_screenshot(&png, 3)
    }

    fn keep_picture(&self, name: &str) -> Result<PathBuf, String> {
        let picture = async {
            self.client.execute_async(PAINTED, vec![]).await?;
            self.client.screenshot().await
        };
        let png = self.run_within(ONE, picture).map_err(|error| error.to_string())?;
        let path = folder().join(format!("{}-{name}.png", self.name));
        fs::write(&path, png).map_err(|error| error.to_string())?;
        Ok(path)
    }

    fn shows(&self, what: &str) -> Result<bool, Box<CmdError>> {
        self.run(self.client.execute(SHOWS, vec![json!(what)])).map(|answer| answer == Value::Bool(true))
    }

    /// Looks again and again. A fault of WebDriver's is only told at the end: what is looked at may just be redrawn.
    fn wait(&self, fault: &str, mut look: impl FnMut() -> Result<bool, Box<CmdError>>) {
        let end = self.deadline.min(Instant::now() + ONE);
        loop {
            let last = match look() {
                Ok(true) => return,
                Ok(false) => String::new(),
                Err(error) => format!(" ({error})"),
            };
            if Instant::now() >= end {
                panic!("{}: {fault}{last}", self.name);
            }
            sleep(BETWEEN_LOOKS);
        }
    }

    fn run<T>(&self, work: impl Future<Output = Result<T, CmdError>>) -> Result<T, Box<CmdError>> {
        self.run_within(self.deadline.saturating_duration_since(Instant::now()), work)
    }

    fn run_within<T>(&self, time: Duration, work: impl Future<Output = Result<T, CmdError>>) -> Result<T, Box<CmdError>> {
        let bounded = async { tokio::time::timeout(time, work).await };
        self.runtime.block_on(bounded).unwrap_or(Err(CmdError::WaitTimeout)).map_err(Box::new)
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let picture = self.keep_picture("failure").map_or_else(|fault| fault, |path| path.display().to_string());
            eprintln!("{}: as the window was then: {picture}; its output: {}", self.name, self.driver.log.display());
        }
        // The driver's end ends the window too, should it not close by itself.
        let _ = self.run_within(Duration::from_secs(5), self.client.clone().close());
    }
}

/// WebKitWebDriver and, in its process group, the window it starts.
struct Driver {
    process: Child,
    port: u16,
    log: PathBuf,
}

impl Driver {
    fn start(name: &str, home: &Path, dialogs: &Path, environment: &[(String, String)]) -> Self {
        let log = folder().join(format!("{name}.log"));
        let output = File::create(&log).unwrap_or_else(|error| panic!("{}: {error}", log.display()));
        let errors = output.try_clone().unwrap_or_else(|error| panic!("{}: {error}", log.display()));
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
        let port = free.unwrap_or_else(|error| panic!("no free port: {error}")).port();
        // `timeout` ends it even if this process is killed.
        let mut command = Command::new("timeout");
        command.arg((WHOLE + ONE).as_secs().to_string()).args(["WebKitWebDriver", &format!("--port={port}")]);
        command.env("TAURI_WEBVIEW_AUTOMATION", "true").env("SKH_DIALOGS", dialogs).env("HOME", home);
        command.env("SKH_OPENED", home.join(OPENED));
        for (variable, place) in
            [("DATA", "data"), ("CONFIG", "config"), ("CACHE", "cache"), ("STATE", "state")].map(|(v, p)| (v, home.join(p)))
        {
            command.env(format!("XDG_{variable}_HOME"), place);
        }
        // On the screen of `xvfb-run`, not on the desktop of who runs it; and without waiting for an accessibility bus.
        command.env("GDK_BACKEND", "x11").env("NO_AT_BRIDGE", "1");
        command.envs(environment.iter().cloned());
        command.process_group(0).stdin(Stdio::null()).stdout(output).stderr(errors);
        let process = command.spawn().unwrap_or_else(|error| panic!("WebKitWebDriver does not start: {error}"));
        let driver = Self { process, port, log };
        let end = Instant::now() + ONE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(Instant::now() < end, "WebKitWebDriver does not answer; see {}", driver.log.display());
            sleep(BETWEEN_LOOKS);
        }
        driver
    }
}

impl Drop for Driver {
    /// By SIGTERM: only so does it take the window with it.
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["-TERM", "--", &format!("-{}", self.process.id())]).status();
        let _ = self.process.wait();
    }
}

fn folder() -> PathBuf {
    let folder = root().join("target/e2e");
    fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    folder
}

fn locator(what: &str) -> Locator<'_> {
    if what.starts_with("//") { Locator::XPath(what) } else { Locator::Css(what) }
}

/// A button by its words, or part of them.
pub fn button(words: &str) -> String {
    format!("//button[contains(normalize-space(.), '{words}')]")
}

/// A tab by its words, or part of them.
pub fn tab(words: &str) -> String {
    format!("//*[@role='tab'][contains(normalize-space(.), '{words}')]")
}

/// Whatever itself says this, among other words.
pub fn saying(words: &str) -> String {
    format!("//body//*[text()[contains(normalize-space(.), '{words}')]]")
}

/// An entry of an open menu by its words, or part of them.
pub fn menu_item(words: &str) -> String {
    format!("//*[@role='menuitem'][contains(normalize-space(.), '{words}')]")
}
