package io.github.crosstie.graph.wire;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the codes of errors mean. A code says more than a status: Graph gives an expired state as 400, 404 or 410, and a
 * missing mailbox by the same 404 as a missing item. Codes are compared in any case, since Graph spells them both ways.
 */
final class ErrorCodes {

    private static final Map<String, TroubleKind> KINDS = new HashMap<>();

    static {
        mean(
                TroubleKind.THROTTLED,
                "ActivityLimitReached",
                "ApplicationThrottled",
                "ErrorExceededConnectionCount",
                "ErrorServerBusy",
                "ErrorTooManyObjectsOpened",
                "MailboxConcurrency",
                "TooManyRequests");
        mean(
                TroubleKind.TRANSIENT,
                "ErrorBatchProcessingStopped",
                "ErrorConnectionFailed",
                "ErrorInternalServerError",
                "ErrorInternalServerTransientError",
                "ErrorMailboxFailover",
                "ErrorMailboxMoveInProgress",
                "ErrorMailboxStoreUnavailable",
                "ErrorTimeoutExpired",
                "ServiceNotAvailable");
        mean(
                TroubleKind.CONFLICT,
                "ErrorChangeKeyRequiredForWriteOperations",
                "ErrorIrresolvableConflict",
                "ErrorItemSaveConflict",
                "ErrorStaleObject");
        mean(TroubleKind.GONE, "ErrorFolderNotFound", "ErrorItemNotFound", "ErrorCannotFindEntity");
        mean(
                TroubleKind.MAILBOX,
                "ErrorInvalidUser",
                "ErrorMailboxNotEnabled",
                "ErrorNonExistentMailbox",
                "ErrorQuotaExceeded",
                "MailboxNotEnabledForRESTAPI",
                "MailboxNotHostedInExchangeOnline",
                "MailboxNotSupportedForRESTAPI",
                "Request_ResourceNotFound",
                "ResourceNotFound");
        mean(
                TroubleKind.RIGHTS,
                "Authorization_RequestDenied",
                "ErrorAccessDenied",
                "InvalidAuthenticationToken",
                "Unauthenticated");
        mean(TroubleKind.BLOCKED, "AccessBlocked", "BlockedByConditionalAccess", "ErrorAccessBlocked");
        mean(
                TroubleKind.STATE,
                "ErrorInvalidSyncStateData",
                "ResyncRequired",
                "SyncStateInvalid",
                "SyncStateNotFound");
    }

    private ErrorCodes() {}

    private static void mean(TroubleKind kind, String... codes) {
        for (String code : codes) {
            KINDS.put(key(code), kind);
        }
    }

    /** Whether a code means something of its own. */
    static boolean isKnown(String code) {
        return KINDS.containsKey(key(code));
    }

    /** What an answer means. */
    static TroubleKind kind(int status, String code, boolean statesPause) {
        @Nullable TroubleKind known = KINDS.get(key(code));
        if (status == 429 || (statesPause && status >= 500)) {
            return TroubleKind.THROTTLED;
        }
        if (known != null) {
            return known;
        }
        return switch (status) {
            case 401 -> TroubleKind.RIGHTS;
            case 403 -> TroubleKind.RIGHTS;
            case 404 -> TroubleKind.GONE;
            case 409, 412 -> TroubleKind.CONFLICT;
            case 410 -> TroubleKind.STATE;
            case 408, 424 -> TroubleKind.TRANSIENT;
            default -> status >= 500 ? TroubleKind.TRANSIENT : TroubleKind.ITEM;
        };
    }

    private static String key(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
