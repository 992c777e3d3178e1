import CubeCoding
import SnapshotPublishing
import SnapshotStore
import StatisticsModel
import Testing

@Suite struct SnapshotVerifierTests {
    private let fixture: PublishingFixture

    init() async throws {
        fixture = try PublishingFixture()
        let text =
            "area,period,gender,persons\nDK,2025M12,TOT,900\nDK,2026M01,M,500\n101,2026M01,M,40\n"
        try await fixture.publish(DeliveryFixture(text), onDay: 1)
        let revised = text.replacing("900", with: "901")
        try await fixture.publish(DeliveryFixture(revised), onDay: 2)
    }

    private func damages(_ scope: SnapshotVerifier.Scope) async -> [SnapshotDamage] {
        await SnapshotVerifier.verify(store: fixture.store, scope: scope).damages
    }

    private func manifest(_ sequence: Int) async throws -> SnapshotManifest {
        let snapshot = try await fixture.store.snapshots()[sequence - 1]
        let text = try #require(try await fixture.store.documents([snapshot.root])[snapshot.root])
        return try #require(SnapshotManifest(parsing: String(decoding: text, as: UTF8.self)))
    }

    /// The first chunk that both snapshots wrote.
    private func revisedKey() async throws -> ChunkKey {
        for key in await fixture.store.keys
        where try await fixture.store.history(of: key, through: 2).count == 2 {
            return key
        }
        throw StoreError.unknownSnapshot(sequence: 2)
    }

    @Test func `an intact store is found intact, and says what was read`() async throws {
        let newest = await SnapshotVerifier.verify(store: fixture.store, scope: .newest)
        let all = await SnapshotVerifier.verify(store: fixture.store, scope: .everySnapshot)

        #expect(newest.isIntact && all.isIntact)
        #expect(newest.snapshots == 1 && all.snapshots == 2)
        let keys = await fixture.store.keys
        #expect(newest.chunks == keys.count)
        #expect(all.chunks == keys.count + 3)
        #expect(all.documents > newest.documents)
    }

    @Test func `every byte of a blob that is changed is found`() async throws {
        let key = try await revisedKey()
        let chain = try #require(try await fixture.store.chains([key], at: 2)[key])
        for blob in [chain.keyframe] + chain.patches {
            for index in blob.bytes.indices {
                await fixture.store.damage(
                    FaultyStore.Flip(key: key, sequence: blob.sequence, index: index)
                )

                let places = await damages(.newest).map(\.place)

                #expect(places == ["chunk \(key.plane) \(key.block) \(key.span)"])
            }
        }
        await fixture.store.damage(nil)
        #expect(await damages(.everySnapshot) == [])
    }

    @Test func `an old version's damage is found when every snapshot is read`() async throws {
        let key = try await revisedKey()
        await fixture.store.damage(FaultyStore.Flip(key: key, sequence: 1, index: 3))

        let all = await damages(.everySnapshot)

        #expect(all.first?.snapshot?.description == "2026-04-01")
        #expect(Set(all.map(\.place)) == ["chunk \(key.plane) \(key.block) \(key.span)"])
    }

    @Test func `a version that is gone is found by plane`() async throws {
        let key = try await revisedKey()
        await fixture.store.forget(key, from: 2)

        let damages = await damages(.newest)

        #expect(damages.map(\.place) == ["plane \(key.plane)"])
    }

    @Test func `one broken chain is told, and the others are still read`() async throws {
        let key = try await revisedKey()
        await fixture.store.breakChain(key)

        let report = await SnapshotVerifier.verify(store: fixture.store, scope: .newest)

        #expect(report.damages.map(\.place) == ["chunk \(key.plane) \(key.block) \(key.span)"])
        #expect(report.chunks == (await fixture.store.keys.count) - 1)
    }

    @Test func `a document that is changed or gone is found by name`() async throws {
        let manifest = try await manifest(2)
        for (name, hash) in manifest.documents {
            await fixture.store.damageDocument(hash)
            #expect(await damages(.newest).map(\.place).contains("document \(name)"), "\(name)")
        }
        await fixture.store.damageDocument(nil)
        #expect(await damages(.newest) == [])

        let hash = try #require(manifest.documents["subjects"])
        await fixture.store.removeDocument(hash)

        #expect(await damages(.newest).map(\.place) == ["document subjects"])
    }

    @Test func `a manifest that is changed is found`() async throws {
        let root = try await fixture.store.snapshots()[0].root
        await fixture.store.damageDocument(root)

        #expect(await damages(.newest) == [])
        #expect(await damages(.everySnapshot).map(\.place) == ["manifest"])
    }

    @Test func `a release that was moved in time breaks the chain`() async throws {
        await fixture.store.move(1, to: PublishingFixture.hour(onDay: 1).adding(seconds: -1))

        #expect(await damages(.newest).map(\.place) == ["chain"])
    }
}
