internal import Foundation
internal import ResponseFormats

/// How much processor time each phase of a command took, over all threads.
struct PhaseTimes {
    /// The phases so far, in order, with their processor time in milliseconds.
    private(set) var phases: [(name: String, milliseconds: Double)] = []
    private var last = Self.processorSeconds
    private var current: String

    /// Begins with a phase.
    init(_ first: String) { current = first }

    /// Ends the current phase, unless the next is the same.
    mutating func begin(_ next: String) {
        guard next != current else { return }
        end()
        current = next
    }

    /// Ends the current phase.
    mutating func end() {
        let now = Self.processorSeconds
        phases.append((current, (now - last) * 1_000))
        last = now
    }

    /// The phases as a document.
    var document: JSONValue {
        .object(phases.map { ($0.name, .decimal(String(format: "%.1f", $0.milliseconds))) })
    }

    /// The processor time that the process has used: system and user, all threads.
    private static var processorSeconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
