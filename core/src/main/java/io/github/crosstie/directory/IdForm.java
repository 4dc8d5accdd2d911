package io.github.crosstie.directory;

/**
 * The form in which a CRM's ids are kept, where the CRM writes the same id in more than one way. A directory carries it, so
 * that ids in documents written by people find their records. Ids are case-sensitive: no form may fold case (A14).
 */
@FunctionalInterface
public interface IdForm {

    /**
     * Brings an id into the form in which the directory keeps ids. May be called with any text, from any thread; applied to
     * its own result it changes nothing.
     *
     * @param id an id as somebody wrote it
     * @return the same id in the directory's form; the text as given if it is no id in another form
     */
    String canonical(String id);

    /**
     * The form of CRMs that write an id in one way only.
     *
     * @return a form that leaves every id as given
     */
    static IdForm asGiven() {
        return id -> id;
    }
}
