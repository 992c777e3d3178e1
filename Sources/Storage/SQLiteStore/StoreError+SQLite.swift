internal import GRDB
internal import SnapshotStore

extension StoreError {
    /// Tells what an error means that came while opening or reading.
    init(reading error: any Error) {
        switch error {
        case let error as StoreError:
            self = error
        case let error as DatabaseError where error.resultCode == .SQLITE_NOTADB:
            self = .unsupportedFormat(cause: error.description)
        default:
            self = .unavailable(cause: String(describing: error))
        }
    }

    /// Tells what an error means that came inside a transaction, which was rolled back.
    init(writing error: any Error) {
        if let error = error as? DatabaseError, error.tellsOfNoRoom {
            self = .full(cause: error.description)
        } else if let error = error as? DatabaseError, error.isBusy {
            self = .locked(cause: error.description)
        } else {
            self.init(reading: error)
        }
    }
}

extension DatabaseError {
    /// Whether another connection was in the way.
    fileprivate var isBusy: Bool {
        resultCode == .SQLITE_BUSY || resultCode == .SQLITE_LOCKED
    }

    /// Whether the disk would not take what was written.
    fileprivate var tellsOfNoRoom: Bool {
        switch extendedResultCode {
        case .SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ: false
        default: resultCode == .SQLITE_FULL || resultCode == .SQLITE_IOERR
        }
    }
}
