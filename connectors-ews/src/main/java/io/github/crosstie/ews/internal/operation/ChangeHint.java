package io.github.crosstie.ews.internal.operation;

/**
 * Word that something changed in a folder. Told often, several times for one change, sometimes for none: a reason to ask
 * {@link SyncFolderItems}, no more.
 *
 * @param subscriptionId the subscription that it belongs to
 * @param folderId the folder
 */
public record ChangeHint(String subscriptionId, String folderId) {}
