//! Hears that somebody set the clock of the machine, or that the machine slept: then it is another day without anybody having
//! waited for it.

#[cfg(not(target_os = "linux"))]
pub use by_nobody::ClockWatch;
#[cfg(target_os = "linux")]
pub use by_timer::ClockWatch;

#[cfg(target_os = "linux")]
mod by_timer {
    use rustix::io::{Errno, read};
    use rustix::time::{
        Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, timerfd_create, timerfd_settime,
    };
    use std::os::fd::OwnedFd;

    /// A moment that nobody waits for (in the year 2242): the timer is there for what happens to the clock before.
    const NEVER: i64 = 1 << 33;
    const AT_ONCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 0 };

    /// A timer of the clock of the machine. It can be read when the clock does not go on from where it was.
    pub struct ClockWatch(OwnedFd);

    impl ClockWatch {
        /// None where the system has no such thing: then the next key shows what time it is.
        pub fn begin() -> Option<Self> {
            let timer =
                timerfd_create(TimerfdClockId::Realtime, TimerfdFlags::CLOEXEC | TimerfdFlags::NONBLOCK).ok()?;
            let flags = TimerfdTimerFlags::ABSTIME | TimerfdTimerFlags::CANCEL_ON_SET;
            let never = Timespec { tv_sec: NEVER, tv_nsec: 0 };
            timerfd_settime(&timer, flags, &Itimerspec { it_interval: AT_ONCE, it_value: never }).ok()?;
            Some(Self(timer))
        }

        /// What to wait for.
        pub fn timer(&self) -> &OwnedFd {
            &self.0
        }

        /// Whether that happened since it was asked last.
        pub fn was_set(&self) -> bool {
            read(&self.0, &mut [0_u8; 8]) == Err(Errno::CANCELED)
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod by_nobody {
    use std::os::fd::OwnedFd;

    /// There is none.
    pub enum ClockWatch {}

    impl ClockWatch {
        /// This system is not asked: the next key shows what time it is.
        pub fn begin() -> Option<Self> {
            None
        }

        /// There is nothing to wait for.
        pub fn timer(&self) -> &OwnedFd {
            match *self {}
        }

        /// There is none that could be set.
        pub fn was_set(&self) -> bool {
            match *self {}
        }
    }
}
