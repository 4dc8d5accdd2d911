package io.github.crosstie.graph.internal.wire;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the codes of errors mean. A code says more than a status: Graph gives an expired state as 400, 404 or 410, and a
 * missing mailbox by the same 404 as a missing item. Codes are compared in any case, since Graph spells them both ways.
 */
final class ErrorCodes {

    private static final Map<String, TroubleKind> KINDS = table();

    private ErrorCodes() {}

    private static Map<String, TroubleKind> table() {
        Map<String, TroubleKind> kinds = new HashMap<>();
        mean(
                kinds,
                TroubleKind.THROTTLED,
                "ActivityLimitReached",
                "ApplicationThrottled",
                "ErrorExceededConnectionCount",
                "ErrorExceededFindCountLimit",
                "ErrorInsufficientResources",
                "ErrorServerBusy",
                "ErrorTooManyObjectsOpened",
                "MailboxConcurrency",
                "TooManyRequests");
        mean(
                kinds,
                TroubleKind.TRANSIENT,
                "ErrorADOperation",
                "ErrorADUnavailable",
                "ErrorBatchProcessingStopped",
                "ErrorClientDisconnected",
                "ErrorConnectionFailed",
                "ErrorCrossSiteRequest",
                "ErrorDataSourceOperation",
                "ErrorInternalServerError",
                "ErrorInternalServerTransientError",
                "ErrorMailboxFailover",
                "ErrorMailboxLogonFailed",
                "ErrorMailboxMoveInProgress",
                "ErrorMailboxStoreUnavailable",
                "ErrorNotEnoughMemory",
                "ErrorProxyRequestProcessingFailed",
                "ErrorRequestAborted",
                "ErrorServiceUnavailable",
                "ErrorTimeoutExpired",
                "ErrorWrongServerVersion",
                "ServiceNotAvailable");
        mean(
                kinds,
                TroubleKind.CONFLICT,
                "ErrorChangeKeyRequired",
                "ErrorChangeKeyRequiredForWriteOperations",
                "ErrorInvalidChangeKey",
                "ErrorIrresolvableConflict",
                "ErrorItemSaveConflict",
                "ErrorObjectTypeChanged",
                "ErrorStaleObject");
        mean(
                kinds,
                TroubleKind.GONE,
                "ErrorCalendarCannotUpdateDeletedItem",
                "ErrorCalendarOccurrenceIsDeletedFromRecurrence",
                "ErrorCannotDeleteObject",
                "ErrorFolderNotFound",
                "ErrorItemNotFound");
        mean(
                kinds,
                TroubleKind.MAILBOX,
                "ErrorAccountDisabled",
                "ErrorCannotFindUser",
                "ErrorInvalidMailbox",
                "ErrorInvalidUser",
                "ErrorMailboxConfiguration",
                "ErrorMissingExchangePrincipal",
                "ErrorNonExistentMailbox",
                "ErrorQuotaExceeded",
                "MailboxNotEnabledForRESTAPI",
                "MailboxNotHostedInExchangeOnline",
                "MailboxNotSupportedForRESTAPI",
                "Request_ResourceNotFound",
                "ResourceNotFound");
        mean(
                kinds,
                TroubleKind.RIGHTS,
                "Authorization_RequestDenied",
                "ErrorAccessDenied",
                "ErrorCreateItemAccessDenied",
                "ErrorCreateSubfolderAccessDenied",
                "ErrorInvalidAuthorizationContext",
                "ErrorInvalidUserPrincipalName",
                "ErrorPasswordChangeRequired",
                "ErrorPasswordExpired",
                "ErrorSubscriptionAccessDenied",
                "InvalidAuthenticationToken",
                "Unauthenticated");
        mean(
                kinds,
                TroubleKind.BLOCKED,
                "AccessBlocked",
                "BlockedByConditionalAccess",
                "ErrorInvalidLicense",
                "ErrorOrganizationAccessBlocked");
        mean(
                kinds,
                TroubleKind.STATE,
                "ErrorInvalidSyncStateData",
                "ResyncRequired",
                "SyncStateInvalid",
                "SyncStateNotFound");
        return Map.copyOf(kinds);
    }

    private static void mean(Map<String, TroubleKind> kinds, TroubleKind kind, String... codes) {
        for (String code : codes) {
            kinds.put(key(code), kind);
        }
    }

    /** The codes that mean something of their own, in lower case, and what. */
    static Map<String, TroubleKind> known() {
        return KINDS;
    }

    /** Whether a code means something of its own. */
    static boolean isKnown(String code) {
        return KINDS.containsKey(key(code));
    }

    /** What an answer means. */
    static TroubleKind kind(int status, String code, boolean statesPause) {
        TroubleKind known = KINDS.get(key(code));
        if (status == 429 || (statesPause && status >= 500)) {
            return TroubleKind.THROTTLED;
        }
        if (known != null) {
            return known;
        }
        return switch (status) {
            case 401 -> TroubleKind.RIGHTS;
            // Exchange's own refusals begin so; what is not about rights among them is about the item.
            case 403 -> key(code).startsWith("error") ? TroubleKind.ITEM : TroubleKind.RIGHTS;
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
