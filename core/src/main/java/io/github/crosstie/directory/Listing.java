package io.github.crosstie.directory;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * What is known about a listing as a whole.
 *
 * @param organization whose directory was listed
 * @param complete whether the listing was proven complete (G3)
 * @param idForm how the CRM writes ids
 * @param duplicateRows memberships that were listed more than once, in the order in which they were seen
 * @param duplicateRecords ids under which different records were listed, in the order in which they were seen
 */
record Listing(
        Organization organization,
        boolean complete,
        IdForm idForm,
        Set<DuplicateRow> duplicateRows,
        Set<String> duplicateRecords) {
    Listing {
        Objects.requireNonNull(organization, "organization");
        duplicateRows = Collections.unmodifiableSet(new LinkedHashSet<>(duplicateRows));
        duplicateRecords = Collections.unmodifiableSet(new LinkedHashSet<>(duplicateRecords));
    }
}
