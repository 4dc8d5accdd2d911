package io.github.crosstie.salesforce;

import java.nio.file.Path;

/**
 * Where the results of queries come from: one query for each object ({@code User}, {@code Profile}, {@code UserRole},
 * {@code Group}, {@code GroupMember}, {@code Organization}), each over all records.
 */
@FunctionalInterface
public interface QueryResults {

    /**
     * The pages of an object's query, in their order. Called once for each object and reading; the pages are opened one
     * after the other while the iteration goes on.
     *
     * @param object the object's API name
     * @return the pages; none if the object was not queried
     */
    Iterable<QueryPage> pages(String object);

    /**
     * The results in a folder: {@code User.json}, and where there are more pages {@code User-2.json}, {@code User-3.json} and
     * so on; likewise for the other objects. The folder is looked at anew for each reading.
     *
     * @param folder the folder
     * @return its results
     */
    static QueryResults ofFolder(Path folder) {
        return new QueryFolder(folder);
    }
}
