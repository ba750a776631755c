package org.dcos.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class HttpFramesTest {

    @Test
    void an_empty_line_ends_a_frame_and_empty_frames_are_none() throws IOException {
        assertThat(frames(": alive\n\n\n\nid: 1\ndata: 上海\n\nid: 2\n\n")).containsExactly(": alive\n",
                "id: 1\ndata: 上海\n", "id: 2\n");
    }

    @Test
    void carriage_returns_do_not_matter() throws IOException {
        assertThat(frames("id: 1\r\ndata: x\r\n\r\n")).containsExactly("id: 1\ndata: x\n");
    }

    @Test
    void a_frame_cut_off_is_none() throws IOException {
        assertThat(frames("id: 1\n\nid: 2\ndata: half")).containsExactly("id: 1\n");
    }

    private static List<String> frames(String text) throws IOException {
        List<String> all = new ArrayList<>();
        try (var frames = new HttpFrames(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            for (Optional<String> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
                all.add(frame.get());
            }
        }
        return all;
    }
}
