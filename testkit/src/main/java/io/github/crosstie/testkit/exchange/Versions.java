package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Refusal;
import java.util.List;

/** The versions of the schema, the oldest first. */
final class Versions {

    static final String NEWEST = "V2017_07_11";

    private static final List<String> ALL = List.of(
            "Exchange2007",
            "Exchange2007_SP1",
            "Exchange2009",
            "Exchange2010",
            "Exchange2010_SP1",
            "Exchange2010_SP2",
            "Exchange2012",
            "Exchange2013",
            "Exchange2013_SP1",
            "Exchange2015",
            "Exchange2016",
            "V2015_10_05",
            "V2016_01_06",
            "V2016_04_13",
            "V2016_07_13",
            "V2016_10_10",
            "V2017_01_07",
            "V2017_04_14",
            NEWEST);

    private Versions() {}

    static boolean known(String version) {
        return ALL.contains(version);
    }

    /** Refuses a version that is newer than the server's. */
    static void check(String requested, String server) throws Refusal {
        if (!known(requested) || ALL.indexOf(requested) > ALL.indexOf(server)) {
            throw new Refusal("ErrorInvalidServerVersion", "The specified server version is invalid.");
        }
    }
}
