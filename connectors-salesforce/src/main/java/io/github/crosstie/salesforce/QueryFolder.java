package io.github.crosstie.salesforce;

import io.github.crosstie.fault.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Query results in a folder, one file for each page. */
final class QueryFolder implements QueryResults {

    private final Path folder;

    QueryFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Iterable<QueryPage> pages(String object) {
        Map<Integer, Path> files = new TreeMap<>();
        Pattern name = Pattern.compile(Pattern.quote(object) + "(?:-([1-9][0-9]{0,8}))?\\.json");
        try (Stream<Path> listing = Files.list(folder)) {
            listing.forEach(file -> {
                Matcher matcher = name.matcher(String.valueOf(file.getFileName()));
                if (matcher.matches()) {
                    files.put(matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1)), file);
                }
            });
        } catch (IOException e) {
            throw new InvalidInputException(
                    folder.toString(), "", "the folder cannot be listed; check that it exists and may be read", e);
        }
        List<QueryPage> pages = new ArrayList<>();
        files.forEach((number, file) -> {
            if (number != pages.size() + 1) {
                throw new InvalidInputException(
                        String.valueOf(file.getFileName()),
                        "",
                        "page " + (pages.size() + 1) + " of " + object + " is missing; fetch all pages again");
            }
            pages.add(QueryPage.of(file));
        });
        return pages;
    }
}
