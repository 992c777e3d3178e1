import DatabankStore
import Foundation
import Registers
import StatisticsFixtures
import StatisticsModel
import Testing

/// A delivery is admitted whole, in its turn, or not at all.
@Suite struct AdmissionTests {
    @Test(arguments: [1, 2, 3])
    func `what was admitted is read back, sorted by person and cut into buckets`(
        seed: UInt64
    ) throws {
        let folder = try DatabankFolder()
        let databank = try DatabankFile(path: folder.databank, readOnly: false)
        var random = SeededRandom(seed: seed)
        let persons = Int32(DatabankFile.bucketPersons) - 500
        let batch = DatabankSamples.batch(
            2_000,
            persons: persons..<persons + 1_000,
            using: &random
        )

        let admission = try databank.beginAdmission()
        try admission.add(batch)
        let accepted = try admission.commit(try DatabankSamples.receipt(1), state: .accepted)
        let read = try (0...1)
            .map { try databank.segments(of: .jobSearch, bucket: $0, upTo: 1) }

        #expect(accepted.map(\.order) == [1])
        #expect(read.allSatisfy { $0.count == 1 })
        let rows = read.flatMap { $0.flatMap { DatabankSamples.rows(of: $0.batch) } }
        let order = batch.persons.indices.sorted {
            (batch.persons[$0], $0) < (batch.persons[$1], $1)
        }
        #expect(rows == order.map { DatabankSamples.rows(of: batch)[$0] }, "seed \(seed)")
        let touched = try (0...1).flatMap { try databank.personsTouched(bucket: $0, by: 1...1) }
        #expect(touched == Set(batch.persons).sorted())
    }

    @Test func `a number is given once, in the order of appearance`() throws {
        let folder = try DatabankFolder()
        let databank = try DatabankFile(path: folder.databank, readOnly: false)
        let first = try databank.beginAdmission()
        let given = first.numbers(of: [3, 1, 3, 2].map(DatabankSamples.pseudonym))
        _ = try first.commit(try DatabankSamples.receipt(1), state: .accepted)

        let second = try databank.beginAdmission()
        let known = second.numbers(of: [2, 9, 1].map(DatabankSamples.pseudonym))
        second.rollback()
        let third = try databank.beginAdmission()
        let again = third.numbers(of: [DatabankSamples.pseudonym(7)])
        third.rollback()

        #expect(given == [0, 1, 0, 2])
        #expect(known == [2, 3, 1])
        #expect(again == [3], "a number that was given back is given again")
        #expect(try databank.personCount() == 3)
    }

    @Test func `many persons keep their numbers`() throws {
        let folder = try DatabankFolder()
        let databank = try DatabankFile(path: folder.databank, readOnly: false)
        let pseudonyms = (0..<5_000).map(DatabankSamples.pseudonym)
        let admission = try databank.beginAdmission()
        _ = admission.numbers(of: pseudonyms)
        _ = try admission.commit(try DatabankSamples.receipt(1), state: .accepted)

        let later = try databank.beginAdmission()
        let numbers = later.numbers(of: pseudonyms.reversed())
        later.rollback()

        #expect(numbers == (0..<5_000).reversed().map(Int32.init))
    }

    @Test func `what is not committed leaves nothing, also for who copies the files`() throws {
        let folder = try DatabankFolder()
        let databank = try DatabankFile(path: folder.databank, readOnly: false)
        var random = SeededRandom(seed: 4)
        let admission = try databank.beginAdmission()
        _ = admission.numbers(of: [DatabankSamples.pseudonym(1)])
        try admission.add(DatabankSamples.batch(5_000, persons: 0..<100, using: &random))

        let copy = folder.path + "/copy.sqlite"
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: folder.databank + suffix,
                toPath: copy + suffix
            )
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: copy)
        let torn = try DatabankFile(path: copy, readOnly: false)

        #expect(try torn.deliveries().isEmpty)
        #expect(try torn.personCount() == 0)
        #expect(try torn.segments(of: .jobSearch, bucket: 0, upTo: 9).isEmpty)
        admission.rollback()
        #expect(try databank.deliveries().isEmpty)
    }

    @Test func `a held delivery counts when the one before it has come`() throws {
        let folder = try DatabankFolder()
        let databank = try DatabankFile(path: folder.databank, readOnly: false)
        var random = SeededRandom(seed: 5)
        for (number, state) in [(3, RegisterDelivery.State.held), (2, .held)] {
            let admission = try databank.beginAdmission()
            try admission.add(DatabankSamples.batch(10, persons: 0..<9, using: &random))
            let accepted = try admission.commit(
                try DatabankSamples.receipt(number),
                state: state
            )
            #expect(accepted.isEmpty)
        }
        #expect(try databank.segments(of: .jobSearch, bucket: 0, upTo: 9).isEmpty)

        let admission = try databank.beginAdmission()
        try admission.add(DatabankSamples.batch(10, persons: 0..<9, using: &random))
        let accepted = try admission.commit(try DatabankSamples.receipt(1), state: .accepted)

        #expect(accepted.map(\.number) == [1, 2, 3])
        #expect(accepted.map(\.order) == [1, 2, 3])
        let orders = try databank.segments(of: .jobSearch, bucket: 0, upTo: 9).map(\.order)
        #expect(orders == [1, 2, 3])
    }

    @Test func `one fingerprint is admitted once`() throws {
        let folder = try DatabankFolder()
        let databank = try DatabankFile(path: folder.databank, readOnly: false)
        let receipt = try DatabankSamples.receipt(1)
        _ = try databank.beginAdmission().commit(receipt, state: .accepted)

        #expect(try databank.delivery(withFingerprint: receipt.fingerprint)?.number == 1)
        #expect(throws: DatabankError.self) {
            try databank.beginAdmission().commit(receipt, state: .accepted)
        }
        #expect(try databank.deliveries().count == 1)
    }
}
