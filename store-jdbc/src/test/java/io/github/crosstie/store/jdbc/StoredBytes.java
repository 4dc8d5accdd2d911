package io.github.crosstie.store.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.sql.DataSource;

/** All that is stored somewhere, in which texts are looked for whatever their case, encoding, packing or compression. */
final class StoredBytes {

    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{12,}");
    private static final int MOST_INFLATED = 1 << 20;

    private final List<String> texts = new ArrayList<>();

    /** Every column of every table. */
    static StoredBytes inColumns(DataSource source) throws SQLException {
        StoredBytes stored = new StoredBytes();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        stored.addRow(rows);
                    }
                }
            }
        }
        return stored;
    }

    /** Every file of a folder. */
    static StoredBytes inFiles(Path folder) throws IOException {
        StoredBytes stored = new StoredBytes();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> stored.add(bytes(file)));
        }
        return stored;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (ResultSet rows = connection.getMetaData().getTables(null, null, "crosstie%", new String[] {"TABLE"})) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
            return tables;
        }
    }

    private void addRow(ResultSet row) throws SQLException {
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            Object value = row.getObject(column);
            if (value != null) {
                add(value instanceof byte[] bytes ? bytes : value.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void add(byte[] bytes) {
        addPlain(bytes);
        inflated(bytes).ifPresent(this::addPlain);
        Matcher packed = BASE64.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        while (packed.find()) {
            unpacked(packed.group()).ifPresent(inner -> {
                addPlain(inner);
                inflated(inner).ifPresent(this::addPlain);
            });
        }
    }

    private void addPlain(byte[] bytes) {
        CHARSETS.forEach(charset -> texts.add(new String(bytes, charset).toLowerCase(Locale.ROOT)));
    }

    private static Optional<byte[]> unpacked(String base64) {
        try {
            String standard = base64.replace('-', '+').replace('_', '/');
            return Optional.of(Base64.getDecoder().decode(standard.substring(0, standard.length() / 4 * 4)));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> inflated(byte[] bytes) {
        return Stream.of(false, true)
                .flatMap(isRaw -> inflated(bytes, isRaw).stream())
                .findFirst();
    }

    private static Optional<byte[]> inflated(byte[] bytes, boolean isRaw) {
        Inflater inflater = new Inflater(isRaw);
        try {
            inflater.setInput(bytes);
            byte[] whole = new byte[MOST_INFLATED];
            int length = inflater.inflate(whole);
            return length > 0 ? Optional.of(Arrays.copyOf(whole, length)) : Optional.empty();
        } catch (DataFormatException other) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    /** Those of some texts that stand in it somewhere. */
    List<String> found(List<String> wanted) {
        return wanted.stream()
                .filter(text -> texts.stream().anyMatch(stored -> stored.contains(text.toLowerCase(Locale.ROOT))))
                .toList();
    }
}
