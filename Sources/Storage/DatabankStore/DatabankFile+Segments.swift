internal import Crypto
internal import GRDB
internal import Registers

extension DatabankFile {
    /// A segment as it is stored.
    private struct StoredSegment {
        let delivery: RegisterDelivery
        let part: Int
        let checksum: [UInt8]
        let bytes: [UInt8]
    }

    /// Returns segments of deliveries that took effect in a range, in that order.
    func segments(
        of kind: RecordKind,
        bucket: Int,
        orders: ClosedRange<Int>
    ) throws(DatabankError) -> [RecordSegment] {
        let stored = try read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT d.*, s.part, s.checksum, s.bytes FROM segment s
                    JOIN delivery d ON d.id = s.delivery
                    WHERE s.kind = ? AND s.bucket = ? AND d.position BETWEEN ? AND ?
                    ORDER BY d.position, s.part
                    """,
                arguments: [kind.rawValue, bucket, orders.lowerBound, orders.upperBound]
            )
            var stored: [StoredSegment] = []
            while let row = try rows.next() {
                stored.append(
                    StoredSegment(
                        delivery: try Self.delivery(row),
                        part: row["part"],
                        checksum: Self.bytes(row, "checksum"),
                        bytes: Self.bytes(row, "bytes")
                    )
                )
            }
            return stored
        }
        // Decoded outside the lock, so that several workers can.
        var segments: [RecordSegment] = []
        for segment in stored {
            segments.append(try Self.decode(segment, kind: kind, bucket: bucket))
        }
        return segments
    }

    private static func decode(
        _ stored: StoredSegment,
        kind: RecordKind,
        bucket: Int
    ) throws(DatabankError) -> RecordSegment {
        let delivery = stored.delivery
        let place = SegmentPlace(
            kind: kind,
            bucket: bucket,
            delivery: delivery.id,
            part: stored.part
        )
        guard stored.checksum == place.checksum(of: stored.bytes),
            let batch = SegmentCoding.batch(of: kind, from: stored.bytes)
        else { throw .damaged(delivery: delivery.id, kind: kind, bucket: bucket) }
        return RecordSegment(
            order: delivery.order ?? 0,
            deliveryID: delivery.id,
            source: delivery.source,
            sender: delivery.sender,
            period: delivery.period,
            isFull: delivery.isFull,
            batch: batch
        )
    }
}

/// Where a segment lies; its checksum is seeded with it, so that a misplaced one is found.
struct SegmentPlace {
    let kind: RecordKind
    let bucket: Int
    let delivery: Int
    let part: Int

    /// The first eight bytes of the SHA-256 of the place and the bytes.
    func checksum(of bytes: [UInt8]) -> [UInt8] {
        var hasher = SHA256()
        hasher.update(data: Array("\(kind.rawValue) \(bucket) \(delivery) \(part)\n".utf8))
        hasher.update(data: bytes)
        return Array(hasher.finalize().prefix(8))
    }
}
