pub struct Finding {
    pub start: usize,
    pub end: usize,
    pub trace: Trace,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trace {
    Bsn,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Blocked,
    Warned,
    Clear,
}
pub fn inspect(_: &str) -> Vec<Finding> {
    Vec::new()
}
pub fn verdict(_: &[Finding]) -> Verdict {
    Verdict::Clear
}
