package io.github.crosstie.connector;

/**
 * What an endpoint really stands for: the mailbox's and folder's own ids, not their names. It changes when a mailbox is
 * created anew, so that the engine never takes the empty new one for a mailbox whose records were all deleted.
 *
 * <p>A folder that only the first write makes is not there yet: until then the identity is that of the mailbox alone.
 *
 * @param value the identity; not blank, equal as long as it is the same mailbox and folder
 */
public record ScopeIdentity(String value) {

    /** Between the ids of mailbox and folder; no system's ids hold it. */
    private static final String WITHIN = " > ";

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

    /**
     * The identity of a folder in a mailbox, which {@link #continues} that of the mailbox alone.
     *
     * @param mailbox the mailbox's own id
     * @param folder the folder's own id
     * @return the identity
     */
    public static ScopeIdentity of(String mailbox, String folder) {
        return new ScopeIdentity(mailbox + WITHIN + folder);
    }

    /**
     * Whether this is still what an endpoint stood for earlier: the same, or a folder that has been made since in the
     * mailbox that was named alone then. Nothing that was known of the earlier one is out of date.
     *
     * @param earlier what it stood for
     * @return false if it is another mailbox or another folder, or if the folder is gone
     */
    public boolean continues(ScopeIdentity earlier) {
        return equals(earlier) || (!earlier.value.contains(WITHIN) && value.startsWith(earlier.value + WITHIN));
    }

    @Override
    public String toString() {
        return value;
    }
}
