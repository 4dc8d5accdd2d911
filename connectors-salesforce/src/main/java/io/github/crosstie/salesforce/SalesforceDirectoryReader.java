package io.github.crosstie.salesforce;

import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.DirectoryBuilder;
import io.github.crosstie.directory.DirectorySource;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.fault.InvalidInputException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Makes a directory out of the query results of one organization (A9 to A14).
 *
 * <pre>{@code
 * DirectorySource source = SalesforceDirectoryReader.fromFolder(Path.of("export/acme"));
 * }</pre>
 *
 * <p>The organization must have been queried for users, profiles, roles, groups and group members; its own record gives id,
 * name and environment. Records are read one after the other; pages that are not proven to be all of a query are refused, so
 * that a directory, once read, is complete (G3). Immutable; every reading opens the pages anew.
 */
public final class SalesforceDirectoryReader implements DirectorySource {

    private final QueryResults results;
    private final String nameWithoutRecord;
    private final boolean sandbox;

    private SalesforceDirectoryReader(QueryResults results, String nameWithoutRecord, boolean sandbox) {
        this.results = Objects.requireNonNull(results, "results");
        this.nameWithoutRecord = Objects.requireNonNull(nameWithoutRecord, "nameWithoutRecord");
        this.sandbox = sandbox;
    }

    /**
     * Reads the files of a folder, as {@link QueryResults#ofFolder} finds them. Without {@code Organization.json} the
     * folder's name is the organization's id and name.
     *
     * @param folder the folder
     * @return a reader
     */
    public static SalesforceDirectoryReader fromFolder(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return from(QueryResults.ofFolder(folder), name == null ? "organization" : name.toString());
    }

    /**
     * Reads results that somebody hands in.
     *
     * @param results the pages
     * @param nameWithoutRecord the organization's id and name if there are no pages of {@code Organization}
     * @return a reader
     */
    public static SalesforceDirectoryReader from(QueryResults results, String nameWithoutRecord) {
        return new SalesforceDirectoryReader(results, nameWithoutRecord, false);
    }

    /**
     * Marks the organization as a sandbox, whatever its record says. Without this, the record's flag counts, and an
     * organization without a record is production.
     *
     * @return a reader that does so
     */
    public SalesforceDirectoryReader asSandbox() {
        return new SalesforceDirectoryReader(results, nameWithoutRecord, true);
    }

    /**
     * Reads the directory.
     *
     * @return a complete directory, whose ids have 18 characters
     * @throws InvalidInputException if an object was not queried, a page is malformed or truncated, or roles stand above each
     *     other; the message names document, record and reason
     * @throws io.github.crosstie.fault.UnavailableException if a page cannot be read for now
     */
    @Override
    public Directory read() {
        DirectoryBuilder builder = Directory.builder(organization()).idForm(SalesforceId.form());
        DirectoryRows rows = new DirectoryRows(builder);
        DirectoryQueries.OBJECTS.forEach(object -> readAll(object, rows));
        return builder.build();
    }

    private void readAll(String object, DirectoryRows rows) {
        boolean queried = QueryReader.read(
                object, results.pages(object), DirectoryRows.fields(object), record -> rows.put(object, record));
        if (!queried) {
            throw new InvalidInputException(
                    object + ".json", "", "there are no query results of " + object + "; query it and add them");
        }
    }

    private Organization organization() {
        return OrganizationRow.read(results, sandbox)
                .orElseGet(() ->
                        new Organization(new OrganizationId(nameWithoutRecord), nameWithoutRecord, environment(false)));
    }

    private Environment environment(boolean flag) {
        return flag || sandbox ? Environment.SANDBOX : Environment.PRODUCTION;
    }
}
