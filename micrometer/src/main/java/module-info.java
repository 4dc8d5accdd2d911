/** What rounds do, as meters of Micrometer. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"
}) // Micrometer's jar has a name and no descriptor
module io.github.crosstie.micrometer {
    requires transitive io.github.crosstie.core;
    requires transitive micrometer.core;
    requires static transitive org.jspecify;

    exports io.github.crosstie.micrometer;
}
