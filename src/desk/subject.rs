//! What details are of.

use super::view::Target;
use crate::model::agenda::Room;
use crate::model::change::IdentityField;
use crate::model::relation::Together;
use crate::model::{ItemNo, KpiId, PartnerCode, RecordId};
use serde::{Deserialize, Serialize};

/// What details are of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Subject {
    /// A record.
    Record(RecordId),
    /// A KPI.
    Kpi(KpiId),
    /// A partner and its people.
    Partner(PartnerCode),
    /// A partner towards the ambition.
    Ambition(PartnerCode),
    /// An agenda item.
    Item(ItemNo),
    /// The meeting itself.
    Meeting,
    /// The ambition.
    AmbitionText,
    /// The covenant as it holds.
    Covenant,
    /// The version of the covenant that is being prepared.
    Amendment,
    /// The process map.
    Chain,
    /// A link of the chain, by its name.
    Link(String),
    /// A consultation below the steering group, by its name.
    Body(String),
    /// Something on record about being together.
    Together(Together),
    /// The face of the chain.
    Identity,
}

impl Subject {
    /// What is opened for a target; none where Enter has nothing to open.
    pub fn of(target: Target) -> Option<Self> {
        match target {
            Target::Partner(code) => Some(Self::Partner(code)),
            Target::Record(id) => Some(Self::Record(id)),
            Target::Kpi(id) => Some(Self::Kpi(id)),
            Target::Item(no) => Some(Self::Item(no)),
            Target::Meeting => Some(Self::Meeting),
            Target::Ambition => Some(Self::AmbitionText),
            Target::Chain => Some(Self::Chain),
            Target::Covenant => Some(Self::Covenant),
            Target::Amendment => Some(Self::Amendment),
            Target::Body(name) => Some(Self::Body(name)),
            Target::Together(what) => Some(Self::Together(what)),
            Target::Identity(_) => Some(Self::Identity),
            Target::Previous | Target::Article(_) | Target::EmptySlot(_) => None,
        }
    }

    /// In the ambition pane a partner is shown with its benefit and its commitment.
    pub fn seen_from(self, room: Room) -> Self {
        if let (Self::Partner(code), Room::Ambition) = (&self, room) { Self::Ambition(code.clone()) } else { self }
    }

    /// What is selected while these details are on top.
    pub fn target(&self) -> Target {
        match self {
            Self::Record(id) => Target::Record(id.clone()),
            Self::Kpi(id) => Target::Kpi(id.clone()),
            Self::Partner(code) | Self::Ambition(code) => Target::Partner(code.clone()),
            Self::Item(no) => Target::Item(no.clone()),
            Self::Meeting => Target::Meeting,
            Self::AmbitionText => Target::Ambition,
            Self::Chain | Self::Link(_) => Target::Chain,
            Self::Covenant => Target::Covenant,
            Self::Amendment => Target::Amendment,
            Self::Body(name) => Target::Body(name.clone()),
            Self::Together(what) => Target::Together(what.clone()),
            Self::Identity => Target::Identity(IdentityField::Name),
        }
    }
}
