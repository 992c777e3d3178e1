internal import CubeCoding
internal import SnapshotStore
internal import StatisticsModel

/// Reads the documents of a snapshot.
struct SnapshotDocuments {
    let snapshot: Snapshot
    let store: any SnapshotReader

    /// Returns the manifest and the catalogue.
    func read() async throws(PublishingError) -> (SnapshotManifest, Catalogue) {
        let text = try await bytes([snapshot.root])[snapshot.root] ?? []
        guard let manifest = SnapshotManifest(parsing: String(decoding: text, as: UTF8.self)) else {
            throw damage("manifest", "it can't be parsed")
        }
        let names = manifest.documents.filter { DocumentName.isOfCatalogue($0.key) }
        let documents = try await bytes(Array(Set(names.values)))
        do {
            let catalogue = try FrozenCatalogue.catalogue(
                from: names.compactMapValues { documents[$0] }
            )
            return (manifest, catalogue)
        } catch {
            throw damage("catalogue", "\(error)")
        }
    }

    private func bytes(
        _ hashes: [ContentHash]
    ) async throws(PublishingError) -> [ContentHash: [UInt8]] {
        do {
            return try await store.documents(hashes)
        } catch {
            switch error {
            case .missingDocument(let hash): throw damage("document \(hash)", "it is missing")
            case .corruptDocument(let hash): throw damage("document \(hash)", "it was changed")
            default: throw .store(error)
            }
        }
    }

    private func damage(_ place: String, _ detail: String) -> PublishingError {
        .damaged([SnapshotDamage(snapshot.id, place, detail)])
    }
}
