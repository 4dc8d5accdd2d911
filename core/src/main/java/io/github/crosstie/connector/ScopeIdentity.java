package io.github.crosstie.connector;

/**
 * What an endpoint really stands for: the mailbox's and folder's own ids, not their names. It changes when a mailbox is
 * created anew, so that the engine never takes the empty new one for a mailbox whose records were all deleted.
 *
 * @param value the identity; not blank, equal as long as it is the same mailbox and folder
 */
public record ScopeIdentity(String value) {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public ScopeIdentity {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "ScopeIdentity: the value is blank; name the mailbox and the folder by their ids");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
