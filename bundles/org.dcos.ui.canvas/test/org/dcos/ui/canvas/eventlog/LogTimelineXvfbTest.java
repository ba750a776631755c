package org.dcos.ui.canvas.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dcos.ui.canvas.CpuTime;
import org.dcos.ui.canvas.TestDisplay;
import org.dcos.ui.canvas.chart.ChartPicture.Stretch;
import org.dcos.ui.canvas.eventlog.LogPicture.Lane;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.Mark;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("xvfb")
class LogTimelineXvfbTest {

    private static final Instant FROM = Instant.parse("2026-11-20T00:00:00Z");
    private static final double MOST_MILLIS = 30;

    private Shell shell;
    private LogTimeline canvas;
    private final List<Optional<Stretch>> told = new ArrayList<>();

    @BeforeEach
    void open() {
        shell = new Shell(TestDisplay.get(), SWT.NO_TRIM);
        canvas = new LogTimeline(shell);
        canvas.setSize(800, 130);
        canvas.setPicture(new LogPicture("Log", FROM, FROM.plus(Duration.ofDays(1)), ZoneOffset.UTC,
                List.of(new Lane("critical", Mark.CRITICAL), new Lane("warning", Mark.WARNING),
                        new Lane("information", Mark.NONE)),
                LogLayoutTest.many(4_000), List.of()));
        canvas.onStretch(told::add);
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    private void send(int type, int x, int y, int count) {
        var event = new Event();
        event.button = 1;
        event.x = x;
        event.y = y;
        event.count = count;
        canvas.notifyListeners(type, event);
    }

    private void type(int keyCode, char character) {
        var event = new Event();
        event.keyCode = keyCode;
        event.character = character;
        canvas.notifyListeners(SWT.KeyDown, event);
    }

    @Test
    void fourThousandEntriesArePaintedInAFewMilliseconds() {
        var image = new Image(shell.getDisplay(), 1600, 130);
        var gc = new GC(image);
        try {
            canvas.setSize(1600, 130);
            double millis = CpuTime.millis(8, () -> canvas.paint(gc, new Box(0, 0, 1600, 130)));

            assertThat(millis).as("milliseconds a frame").isLessThan(MOST_MILLIS);
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    @Test
    void theWheelGoesNearerWhereThePointerIs() {
        int x = canvas.axis().plot().centreX();
        var under = canvas.axis().at(x);
        send(SWT.MouseVerticalWheel, x, 40, 3);

        var seen = canvas.stretch().orElseThrow();
        assertThat(Duration.between(seen.from(), seen.to())).isLessThan(Duration.ofHours(20));
        assertThat(Duration.between(under, canvas.axis().at(x)).abs()).isLessThan(Duration.ofMinutes(5));
        assertThat(told).containsExactly(Optional.of(seen));
    }

    @Test
    void enterGoesNearerToSeveralInOnePlaceAndEscapeBackToTheWhole() {
        var several = canvas.axis().clusters().stream().filter(cluster -> !cluster.single()).findFirst()
                .orElseThrow();
        canvas.select(several.id());
        type(SWT.CR, '\r');

        var seen = canvas.stretch().orElseThrow();
        assertThat(seen.from()).isBeforeOrEqualTo(several.first());
        assertThat(seen.to()).isAfterOrEqualTo(several.last());
        type(SWT.ESC, SWT.ESC);
        assertThat(canvas.stretch()).isEmpty();
    }

    @Test
    void anEntryOutOfSightIsGoneTo() {
        for (int i = 0; i < 12; i++) {
            send(SWT.MouseVerticalWheel, canvas.axis().plot().x() + 5, 40, 3);
        }
        canvas.show("e3900");

        assertThat(canvas.axis().find("e3900")).isPresent();
        assertThat(canvas.selected()).contains("e3900");
    }

    @Test
    void nobodyGetsNearerThanSomeSecondsNorBeyondTheEnds() {
        for (int i = 0; i < 80; i++) {
            type('+', '+');
        }
        var seen = canvas.stretch().orElseThrow();

        assertThat(Duration.between(seen.from(), seen.to())).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
        assertThat(seen.from()).isAfterOrEqualTo(FROM);
    }
}
