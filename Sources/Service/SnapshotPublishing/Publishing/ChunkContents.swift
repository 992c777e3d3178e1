internal import CubeCoding
internal import SnapshotStore
internal import StatisticsModel

/// Reads chunks of a snapshot and checks them against their hashes, a few at a time.
struct ChunkContents {
    /// How many chunks are in memory at a time.
    static let batch = 64

    let store: any SnapshotReader
    let snapshot: SnapshotID?
    let sequence: Int

    /// Returns the contents of stored versions, in their order.
    ///
    /// - Parameters:
    ///   - versions: Versions of chunks of one plane, newest as of the sequence.
    ///   - layout: The plane's layout.
    /// - Returns: As many chunks as versions.
    /// - Throws: `PublishingError.damaged` when one is not what was written, `.store` when it can't
    ///   be read.
    func chunks(
        of versions: [ChunkVersion],
        layout: CubeLayout
    ) async throws(PublishingError) -> [Chunk] {
        guard !versions.isEmpty else { return [] }
        let chains: [ChunkKey: ChunkChain]
        do {
            chains = try await store.chains(versions.map(\.key), at: sequence)
        } catch {
            if case .brokenChain(let key, _) = error { throw damage(key, "its chain is broken") }
            throw .store(error)
        }
        var chunks: [Chunk] = []
        for version in versions {
            guard let chain = chains[version.key], chain.version == version else {
                throw damage(version.key, "it is missing, or another version")
            }
            do {
                chunks.append(
                    try chain.decoded(
                        rows: layout.rows(inBlock: version.key.block),
                        columns: version.key.plane.periodType.columnsPerSpan,
                        verifyingContent: true
                    )
                )
            } catch {
                throw damage(version.key, "\(error)")
            }
        }
        return chunks
    }

    /// Returns the versions of a plane's chunks.
    func versions(of plane: PlaneKey) async throws(PublishingError) -> [ChunkVersion] {
        guard sequence > 0 else { return [] }
        do {
            return try await store.versions(of: plane, at: sequence)
        } catch {
            throw .store(error)
        }
    }

    private func damage(_ key: ChunkKey, _ detail: String) -> PublishingError {
        .damaged([SnapshotDamage(snapshot, "chunk \(key.plane) \(key.block) \(key.span)", detail)])
    }
}

extension ChunkVersion {
    /// Which chunk of its plane it is of.
    var place: ChunkPlace { ChunkPlace(block: key.block, span: key.span) }
}

extension Array {
    /// Returns the elements in pieces of at most a number of them.
    func pieces(of count: Int) -> [[Element]] {
        stride(from: 0, to: self.count, by: count)
            .map {
                Array(self[$0..<Swift.min($0 + count, self.count)])
            }
    }
}
