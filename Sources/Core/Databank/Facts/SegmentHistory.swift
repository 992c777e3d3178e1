internal import Registers

/// The segments in the order in which they took effect, by kind of record, with what each needs to
/// decide which records hold.
///
/// A record is known by kind, source, sender, person and the sender's own id. Its newest version
/// counts, and belongs to the scope (source × sender × period) of the delivery that brought it: a
/// later full delivery of that scope takes it back. An older version never comes to light again.
struct SegmentHistory {
    /// A segment and what its delivery decides.
    struct Entry {
        let batch: RecordBatch
        /// The sender's number.
        let sender: UInt32
        /// Whether a later full delivery takes all of it back; it still replaces older versions.
        let isTakenBack: Bool
    }

    private var entries: [RecordKind: [Entry]] = [:]

    /// Puts segments in order; parts of one delivery stay in the order given.
    init(of segments: [FactSegment], deliveries: [FactDelivery]) {
        var newestFull: [FactDelivery.Scope: Int] = [:]
        for delivery in segments.map(\.delivery) + deliveries where delivery.isFull {
            newestFull[delivery.scope] = max(newestFull[delivery.scope] ?? 0, delivery.order)
        }
        var senders: [String: UInt32] = [:]
        let ordered = segments.enumerated()
            .sorted {
                ($0.element.delivery.order, $0.offset) < ($1.element.delivery.order, $1.offset)
            }
        for (_, segment) in ordered {
            let delivery = segment.delivery
            let sender = senders[delivery.sender] ?? UInt32(senders.count)
            senders[delivery.sender] = sender
            entries[segment.batch.kind, default: []]
                .append(
                    Entry(
                        batch: segment.batch,
                        sender: sender,
                        isTakenBack: (newestFull[delivery.scope] ?? .min) > delivery.order
                    )
                )
        }
    }

    /// The segments of a kind, the newest last.
    subscript(kind: RecordKind) -> [Entry] { entries[kind] ?? [] }
}
