package io.github.crosstie.salesforce.internal.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many of an organization's requests of the last 24 hours are used, as {@code Sforce-Limit-Info} tells with every answer.
 *
 * @param used how many, by everybody
 * @param maximum how many there are
 */
public record ApiUsage(int used, int maximum) {

    private static final Pattern HEADER = Pattern.compile("\\bapi-usage=(\\d{1,9})/(\\d{1,9})");

    static Optional<ApiUsage> read(String header) {
        Matcher numbers = HEADER.matcher(header);
        return numbers.find()
                ? Optional.of(new ApiUsage(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))))
                : Optional.empty();
    }
}
