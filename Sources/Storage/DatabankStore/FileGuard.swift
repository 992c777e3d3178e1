#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// Makes sure that only the owner can read the databank, and that only one process writes.
///
/// The lock lies on a file of its own, since a process that closes any handle of the database file
/// would lose the locks that SQLite has on it. The kernel drops it when the process ends.
struct FileGuard: ~Copyable {
    private let descriptor: CInt

    /// Makes the file when it is missing, and takes the writer's lock.
    init(writing path: String) throws(DatabankError) {
        // SQLite gives the log and its index the mode of the database.
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw .unavailable(cause: "can't open \(path): error \(errno)")
        }
        close(file)
        try Self.checkPrivacy(of: path)
        let lock = path + ".lock"
        let descriptor = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .unavailable(cause: "can't open the lock \(lock): error \(errno)")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let cause = errno
            close(descriptor)
            throw cause == EWOULDBLOCK
                ? .locked : .unavailable(cause: "can't lock \(lock): error \(cause)")
        }
        self.descriptor = descriptor
    }

    /// Checks a file that is only read.
    init(reading path: String) throws(DatabankError) {
        guard access(path, R_OK) == 0 else {
            throw .unavailable(cause: "can't read \(path): error \(errno)")
        }
        try Self.checkPrivacy(of: path)
        descriptor = -1
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    private static func checkPrivacy(of path: String) throws(DatabankError) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw .unavailable(cause: "can't look at \(path): error \(errno)")
        }
        guard status.st_mode & 0o077 == 0 else { throw .notPrivate(path: path) }
    }
}
