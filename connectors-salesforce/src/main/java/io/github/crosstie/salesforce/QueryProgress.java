package io.github.crosstie.salesforce;

import io.github.crosstie.fault.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Keeps account of the pages of one query and refuses them when they are not all of it (G3). */
final class QueryProgress {

    private static final String REMEDY = "; fetch the query again and follow nextRecordsUrl until done is true";

    private final String object;
    private String document = "";
    private String location = "";
    private @Nullable Long totalSize;
    private @Nullable Long totalOfPage;
    private @Nullable Boolean done;
    private @Nullable String error;
    private boolean nextPage;
    private boolean hasRecords;
    private boolean inRecords;
    private boolean ended;
    private long total;
    private long index;

    QueryProgress(String object) {
        this.object = object;
    }

    void startPage(String newDocument, String newLocation) {
        document = newDocument;
        location = newLocation;
        if (ended) {
            throw refused("this page follows one that says it is the last, after " + total
                    + " records; remove it if it is left from an earlier export, or fetch all pages again");
        }
        totalOfPage = null;
        done = null;
        error = null;
        nextPage = false;
        hasRecords = false;
        index = 0;
    }

    void totalSize(long value) {
        totalOfPage = value;
    }

    void done(boolean value) {
        done = value;
    }

    void nextPage(boolean value) {
        nextPage = value;
    }

    void error(String code) {
        error = code;
    }

    void startRecords() {
        hasRecords = true;
        inRecords = true;
    }

    void countRecord() {
        index++;
        total++;
    }

    long total() {
        return total;
    }

    /** Where the reading stands, for messages. */
    String currentRecord() {
        return inRecords ? join(location, "records[" + index + "]") : location;
    }

    static String join(String location, String name) {
        return location.isEmpty() ? name : location + "." + name;
    }

    void endPage() {
        inRecords = false;
        if (error != null) {
            throw refused("it holds Salesforce's error " + error
                    + " instead of a query result; remedy that, then fetch it again");
        }
        if (totalOfPage == null || done == null || !hasRecords) {
            String missing = totalOfPage == null ? "totalSize" : done == null ? "done" : "records";
            throw refused("it is no query result of " + object + ": " + missing + " is missing");
        }
        if (totalSize != null && !totalSize.equals(totalOfPage)) {
            throw refused("totalSize is " + totalOfPage + " here and " + totalSize
                    + " on the page before: the pages are of different queries; fetch all of them again");
        }
        if (done && nextPage) {
            throw refused("it is done and has a nextRecordsUrl all the same: it is not known to be complete" + REMEDY);
        }
        totalSize = totalOfPage;
        ended = done;
    }

    /** Checks that the last page was the last. */
    void end() {
        if (!ended) {
            throw refused("the query is truncated: after " + total + " records" + outOf() + " more follow" + REMEDY);
        }
        if (totalSize != null && total < totalSize) {
            throw refused("the query is truncated: there are " + total + " records" + outOf() + REMEDY);
        }
        if (totalSize != null && total > totalSize) {
            throw refused(
                    "there are " + total + " records" + outOf() + ": a page is there twice; fetch all of them again");
        }
    }

    private String outOf() {
        return totalSize == null ? "" : " of " + totalSize;
    }

    private InvalidInputException refused(String reason) {
        return new InvalidInputException(document, location, reason);
    }
}
