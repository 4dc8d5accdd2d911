package io.github.crosstie.ews.internal.operation;

import static io.github.crosstie.ews.internal.operation.ScriptedChannel.answerOf;
import static io.github.crosstie.ews.internal.operation.ScriptedChannel.done;
import static io.github.crosstie.ews.internal.operation.ScriptedChannel.failed;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps folders as a server does: a name is taken once in each parent, everything else is up to whoever asks. */
final class FolderServer {

    private static final Pattern PARENT = Pattern.compile("<m:ParentFolderIds?><t:\\w+ Id=\"([^\"]+)\"");
    private static final Pattern NAME = Pattern.compile("<t:DisplayName>([^<]+)<");
    private static final Pattern WANTED = Pattern.compile("<t:Constant Value=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("<t:Value>([^<]*)<");
    private static final Pattern FOLDER = Pattern.compile("<t:FolderId Id=\"([^\"]+)\"");

    private static final int LISTED = 255;

    private final Map<String, Kept> folders = new TreeMap<>();
    private int ids;

    String answer(String request) {
        if (request.contains("<m:CreateFolder>")) {
            return create(first(PARENT, request), first(NAME, request), first(VALUE, request));
        }
        if (request.contains("<m:DeleteFolder ")) {
            Matcher wanted = FOLDER.matcher(request);
            return answerOf(
                    "DeleteFolder",
                    wanted.results()
                            .map(found -> folders.remove(found.group(1)) == null
                                    ? failed("DeleteFolder", "ErrorFolderNotFound", "")
                                    : done("DeleteFolder", ""))
                            .toArray(String[]::new));
        }
        if (request.contains("<m:GetFolder>")) {
            return get(first(FOLDER, request));
        }
        return find(first(PARENT, request), first(WANTED, request));
    }

    /** Whole, as a server tells a folder that is asked for by its id. */
    private String get(String id) {
        Kept kept = folders.get(id);
        return answerOf(
                "GetFolder",
                kept == null
                        ? failed("GetFolder", "ErrorFolderNotFound", "<m:Folders/>")
                        : done("GetFolder", "<m:Folders>" + kept.written(id, kept.value) + "</m:Folders>"));
    }

    /** How many folders there are. */
    int size() {
        return folders.size();
    }

    /** Somebody throws everything away. */
    void clear() {
        folders.clear();
    }

    private String create(String parent, String name, String value) {
        boolean taken =
                folders.values().stream().anyMatch(folder -> folder.parent.equals(parent) && folder.name.equals(name));
        if (taken) {
            return answerOf("CreateFolder", failed("CreateFolder", "ErrorFolderExists", "<m:Folders/>"));
        }
        String id = "f" + ++ids;
        folders.put(id, new Kept(parent, name, value));
        return answerOf(
                "CreateFolder",
                done("CreateFolder", "<m:Folders><t:Folder><t:FolderId Id=\"" + id + "\"/></t:Folder></m:Folders>"));
    }

    private String find(String parent, String name) {
        if (!parent.equals("root") && !folders.containsKey(parent)) {
            return answerOf("FindFolder", failed("FindFolder", "ErrorFolderNotFound", ""));
        }
        String found = folders.entrySet().stream()
                .filter(entry -> entry.getValue().parent.equals(parent))
                .filter(entry -> name.isEmpty() || entry.getValue().name.equals(name))
                .map(entry -> entry.getValue().written(entry.getKey(), cut(entry.getValue().value)))
                .collect(Collectors.joining());
        return answerOf(
                "FindFolder",
                done(
                        "FindFolder",
                        "<m:RootFolder IncludesLastItemInRange=\"true\"><t:Folders>" + found
                                + "</t:Folders></m:RootFolder>"));
    }

    /** As a server cuts texts in a list. */
    private static String cut(String value) {
        return value.substring(0, Math.min(value.length(), LISTED));
    }

    private static String first(Pattern pattern, String request) {
        Matcher matcher = pattern.matcher(request);
        return matcher.find() ? matcher.group(1) : "";
    }

    private record Kept(String parent, String name, String value) {

        String written(String id, String told) {
            return "<t:Folder><t:FolderId Id=\"" + id + "\" ChangeKey=\"k\"/><t:DisplayName>" + name
                    + "</t:DisplayName>"
                    + "<t:ExtendedProperty><t:ExtendedFieldURI PropertySetId=\"c11ff724-aa03-4555-9952-8fa248a11c3e\""
                    + " PropertyName=\"CrosstieClaim\" PropertyType=\"String\"/><t:Value>" + told
                    + "</t:Value></t:ExtendedProperty></t:Folder>";
        }
    }
}
