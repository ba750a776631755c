package org.dcos.tests.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** What the command at the root says when it cannot do what it is asked: a sentence with the cure, never a trace. */
class DcosCommandTest {

    /** Exit code and all that was printed. */
    private record Answer(int code, String text) {}

    @Test
    void help_lists_every_command() throws Exception {
        Answer answer = run(Map.of(), "help");

        assertThat(answer.code()).isZero();
        assertThat(answer.text()).contains("./dcos server", "./dcos lab", "./dcos test", "./dcos bench",
                "./dcos fuzz", "./dcos package", "./dcos format", "./dcos help");
    }

    @Test
    void an_unknown_word_is_answered_with_a_sentence_and_exit_code_2() throws Exception {
        Answer answer = run(Map.of(), "sever");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.text().lines()).singleElement().asString().contains("'sever' is not a command");
    }

    @Test
    void the_server_asks_for_the_data_directory_and_the_address_that_it_needs() throws Exception {
        assertThat(run(Map.of(), "server").text()).contains("needs --data DIR");
        assertThat(run(Map.of(), "server", "--data", "x").text()).contains("needs --listen ADDR:PORT");
        assertThat(run(Map.of(), "server", "--data", "x", "--listen", "8443").code()).isEqualTo(2);
    }

    @Test
    void the_console_without_a_display_says_what_to_do() throws Exception {
        Answer answer = run(Map.of("DISPLAY", "", "WAYLAND_DISPLAY", ""));

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text().lines()).singleElement().asString().contains("no display", "./dcos server");
    }

    @Test
    void a_display_that_does_not_answer_is_told_before_anything_is_built() throws Exception {
        Answer answer = run(Map.of("DISPLAY", ":4711", "WAYLAND_DISPLAY", ""));

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text().lines()).singleElement().asString().contains("display :4711 does not answer");
    }

    private static Answer run(Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("bash", Repository.ROOT.resolve("dcos").toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Answer(process.waitFor(), text);
    }
}
