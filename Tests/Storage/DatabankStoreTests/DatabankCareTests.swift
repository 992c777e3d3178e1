import DatabankStore
import Foundation
import Registers
import StatisticsFixtures
import StatisticsModel
import Testing

/// The file is private, has one writer and one key, and says what was done to it.
@Suite struct DatabankCareTests {
    @Test func `only the owner can read any of its files`() throws {
        let folder = try DatabankFolder()
        let databank = try DatabankFile(path: folder.databank, readOnly: false)
        _ = try databank.beginAdmission()
            .commit(try DatabankSamples.receipt(1), state: .accepted)

        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let attributes = try FileManager.default
                .attributesOfItem(atPath: folder.path + "/" + name)
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
    }

    @Test func `a file that others may read is refused`() throws {
        let folder = try DatabankFolder()
        do { _ = try DatabankFile(path: folder.databank, readOnly: false) }
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o640],
            ofItemAtPath: folder.databank
        )

        #expect(throws: DatabankError.notPrivate(path: folder.databank)) {
            try DatabankFile(path: folder.databank, readOnly: true)
        }
    }

    @Test func `a second writer is refused, a reader is not`() throws {
        let folder = try DatabankFolder()
        let writer = try DatabankFile(path: folder.databank, readOnly: false)

        #expect(throws: DatabankError.locked) {
            try DatabankFile(path: folder.databank, readOnly: false)
        }
        let reader = try DatabankFile(path: folder.databank, readOnly: true)
        #expect(try reader.deliveries() == writer.deliveries())
    }

    @Test func `another program's file is refused`() throws {
        let folder = try DatabankFolder()
        try Data("no database at all, and long enough to be looked at".utf8)
            .write(to: URL(fileURLWithPath: folder.databank))
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600],
            ofItemAtPath: folder.databank
        )

        #expect(throws: DatabankError.self) {
            try DatabankFile(path: folder.databank, readOnly: false)
        }
    }

    @Test func `a key is taken on once, and another is refused`() throws {
        let folder = try DatabankFolder()
        let databank = try DatabankFile(path: folder.databank, readOnly: false)
        let key = [UInt8](repeating: 7, count: 32)
        try databank.check(key: key, now: DatabankSamples.now)

        try databank.check(key: key, now: DatabankSamples.now)
        #expect(throws: DatabankError.wrongKey) {
            try databank.check(key: [UInt8](repeating: 8, count: 32), now: DatabankSamples.now)
        }
    }

    @Test func `persons keep their numbers when the key is changed`() throws {
        let folder = try DatabankFolder()
        let databank = try DatabankFile(path: folder.databank, readOnly: false)
        let (old, new) = ([UInt8](repeating: 1, count: 32), [UInt8](repeating: 2, count: 32))
        try databank.check(key: old, now: DatabankSamples.now)
        let first = try databank.beginAdmission()
        _ = first.numbers(of: [10, 20].map(DatabankSamples.pseudonym))
        _ = try first.commit(try DatabankSamples.receipt(1), state: .accepted)

        try databank.rotate(from: old, to: new, actor: "test", now: DatabankSamples.now)
        let left = try databank.retireOldKeys(actor: "test", now: DatabankSamples.now)
        let second = try databank.beginAdmission()
        let numbers = second.numbers(
            of: [110, 120, 130].map(DatabankSamples.pseudonym),
            formerly: [10, 20, 30].map(DatabankSamples.pseudonym)
        )
        _ = try second.commit(try DatabankSamples.receipt(2), state: .accepted)
        let none = try databank.retireOldKeys(actor: "test", now: DatabankSamples.now)

        #expect(left == 2)
        #expect(numbers == [0, 1, 2])
        #expect(none == 0)
        let third = try databank.beginAdmission()
        #expect(third.numbers(of: [DatabankSamples.pseudonym(120)]) == [1])
        #expect(third.numbers(of: [DatabankSamples.pseudonym(20)]) == [3])
        third.rollback()
    }

    @Test func `what is past its retention is removed and said`() throws {
        let folder = try DatabankFolder()
        let databank = try DatabankFile(path: folder.databank, readOnly: false)
        var random = SeededRandom(seed: 6)
        for (number, year) in [2019, 2026].enumerated() {
            let admission = try databank.beginAdmission()
            try admission.add(
                DatabankSamples.batch(10 + number, persons: 0..<9, using: &random)
            )
            let period = Period(type: .month, ordinal: year * 12)
            _ = try admission.commit(
                try DatabankSamples.receipt(1, period: period),
                state: .accepted
            )
        }

        let removed = try databank.purge(
            .jobCentres,
            before: Period(type: .month, ordinal: 2021 * 12),
            actor: "operator",
            now: DatabankSamples.now
        )

        #expect(removed == 10)
        #expect(try databank.segments(of: .jobSearch, bucket: 0, upTo: 9).map(\.order) == [2])
        #expect(try databank.purgedPeriods()[.jobCentres]?.map(\.description) == ["2019M01"])
        let log = try databank.audit()
        #expect(log.map(\.action) == ["purge"])
        #expect(log.first?.detail.contains("10 records") == true)
    }
}
