package io.github.crosstie.directory;

import java.util.List;
import java.util.Objects;

/**
 * What is known about a listing as a whole.
 *
 * @param organization whose directory was listed
 * @param complete whether the listing was proven complete (G3)
 * @param idForm how the CRM writes ids
 * @param problems what was odd in its rows
 */
record Listing(Organization organization, boolean complete, IdForm idForm, List<DirectoryProblem> problems) {
    Listing {
        Objects.requireNonNull(organization, "organization");
        problems = List.copyOf(problems);
    }
}
