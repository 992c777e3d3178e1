internal import SnapshotStore

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The lock that lets one writer at a time near a database, in this process or any other.
///
/// It lies on a file of its own, since a process that closes any handle of the database file would
/// lose the locks that SQLite has on it. The kernel drops it when the process ends, in any way.
struct WriterLock: ~Copyable {
    private let descriptor: CInt

    /// Takes the lock of a database.
    ///
    /// - Parameter path: The lock's file, which is made when it is missing and never removed.
    /// - Throws: `StoreError.locked` when another writer has it, `.unavailable` when the file can't
    ///   be made.
    init(path: String) throws(StoreError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw .unavailable(cause: "can't open the lock \(path): error \(errno)")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let cause = errno
            close(descriptor)
            throw cause == EWOULDBLOCK
                ? .locked(cause: "another writer holds \(path)")
                : .unavailable(cause: "can't lock \(path): error \(cause)")
        }
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }
}
