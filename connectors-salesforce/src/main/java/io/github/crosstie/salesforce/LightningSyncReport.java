package io.github.crosstie.salesforce;

import io.github.crosstie.configuration.ConfigurationSet;
import java.util.List;
import java.util.Objects;

/**
 * The outcome of a {@link LightningSyncImport}: our configurations, and what became of each setting of the document (S24).
 * Every setting of the document stands in the report, itself or within the list or object that it is part of.
 *
 * @param configurations the configurations, ready to be looked through, written as JSON or used
 * @param settings what became of each setting
 */
public record LightningSyncReport(ConfigurationSet configurations, List<ImportedSetting> settings) {

    /** Copies the list. */
    public LightningSyncReport {
        Objects.requireNonNull(configurations, "configurations");
        settings = List.copyOf(settings);
    }

    /**
     * The settings of which one thing became.
     *
     * @param verdict what became of them
     * @return those settings, in the order of the report
     */
    public List<ImportedSetting> settings(ImportedSetting.Verdict verdict) {
        return settings.stream().filter(setting -> setting.verdict() == verdict).toList();
    }

    /** The numbers alone; settings may name users. */
    @Override
    public String toString() {
        return "LightningSyncReport[" + configurations + ", "
                + settings(ImportedSetting.Verdict.TAKEN_OVER).size() + " taken over, "
                + settings(ImportedSetting.Verdict.WITH_DIFFERENCE).size() + " with a difference, "
                + settings(ImportedSetting.Verdict.NO_COUNTERPART).size() + " without counterpart]";
    }
}
