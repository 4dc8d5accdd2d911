import java.io.File;
import java.util.Map;
import java.util.stream.Collectors;
import org.gradle.api.Project;
import org.gradle.testfixtures.ProjectBuilder;

/**
 * Prints the class path that Gradle makes of a project's {@code build.gradle}: the files of one of its configurations.
 *
 * <p>A rehearsal runs it from source, with Gradle's own classes on the class path, {@code GradleConsumer.java <project> <home>
 * <configuration>}. So Gradle's resolution is asked itself, on machines that have no Gradle.
 */
final class GradleConsumer {

    private GradleConsumer() {}

    public static void main(String[] arguments) {
        Project project = ProjectBuilder.builder()
                .withProjectDir(new File(arguments[0]))
                .withGradleUserHomeDir(new File(arguments[1]))
                .build();
        project.apply(Map.of("from", "build.gradle"));
        System.out.println(project.getConfigurations().getByName(arguments[2]).getFiles().stream()
                .map(File::getPath)
                .collect(Collectors.joining(File.pathSeparator)));
        System.exit(0); // its threads would wait for more to do
    }
}
