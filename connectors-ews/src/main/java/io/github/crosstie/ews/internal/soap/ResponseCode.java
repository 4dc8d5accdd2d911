package io.github.crosstie.ews.internal.soap;

/**
 * A response code of Exchange Web Services.
 *
 * @param name its name, such as {@code ErrorItemNotFound}
 * @param kind what is to be done about it
 * @param known whether the schema knows it; a newer server may have codes of its own
 */
public record ResponseCode(String name, TroubleKind kind, boolean known) {

    /** Success. */
    public static final ResponseCode NO_ERROR = of("NoError");
    /** The mailbox is busy; carries how long to wait. */
    public static final ResponseCode SERVER_BUSY = of("ErrorServerBusy");
    /** Anything; may carry the code that it stands for. */
    public static final ResponseCode INTERNAL_SERVER_ERROR = of("ErrorInternalServerError");
    /** The request took too long: ask for less at a time. */
    public static final ResponseCode TIMEOUT_EXPIRED = of("ErrorTimeoutExpired");
    /** An earlier item of the batch stopped it: this one has not been looked at. */
    public static final ResponseCode BATCH_PROCESSING_STOPPED = of("ErrorBatchProcessingStopped");
    /** The parent folder has a folder of this name. */
    public static final ResponseCode FOLDER_EXISTS = of("ErrorFolderExists");
    /** No such folder. */
    public static final ResponseCode FOLDER_NOT_FOUND = of("ErrorFolderNotFound");
    /** No such item. */
    public static final ResponseCode ITEM_NOT_FOUND = of("ErrorItemNotFound");
    /** A name matches several addresses; they come along. */
    public static final ResponseCode NAME_RESOLUTION_MULTIPLE_RESULTS = of("ErrorNameResolutionMultipleResults");
    /** A name matches no address. */
    public static final ResponseCode NAME_RESOLUTION_NO_RESULTS = of("ErrorNameResolutionNoResults");
    /** A streaming request names subscriptions that are gone. */
    public static final ResponseCode INVALID_SUBSCRIPTION = of("ErrorInvalidSubscription");

    /**
     * The code of a name.
     *
     * @param name as the server writes it
     * @return the code; one that the schema does not know concerns the item alone
     */
    public static ResponseCode of(String name) {
        TroubleKind kind = ResponseCodeTable.KINDS.get(name);
        return kind == null ? new ResponseCode(name, TroubleKind.ITEM, false) : new ResponseCode(name, kind, true);
    }

    @Override
    public String toString() {
        return name;
    }
}
