internal import SQLiteStore
internal import SnapshotStore
internal import StatisticsModel
internal import StatisticsService

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Chooses back ends and clocks; the only file that names them.
enum Wiring {
    /// Opens a database for reading.
    static func reader(of database: String) throws(Failure) -> any SnapshotReader {
        do {
            return try SQLiteSnapshotReader(path: database)
        } catch {
            throw Failure(error)
        }
    }

    /// Opens a database for writing; makes it when there is none.
    static func writer(of database: String) throws(Failure) -> any SnapshotWriter {
        do {
            return try SQLiteSnapshotWriter(path: database)
        } catch {
            throw Failure(error)
        }
    }

    /// The wall clock.
    static func now() -> Instant {
        Instant(secondsSinceEpoch: Int(time(nil)))
    }

    /// Makes the service that answers readers.
    static func service(
        of database: String,
        _ settings: StatisticsService.Settings
    ) throws(Failure) -> StatisticsService {
        StatisticsService(reader: try reader(of: database), settings: settings, now: now)
    }
}
