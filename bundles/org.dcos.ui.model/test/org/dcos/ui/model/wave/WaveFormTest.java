package org.dcos.ui.model.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.dcos.domain.power.ChassisCommand;
import org.dcos.domain.power.ChassisRun;
import org.dcos.domain.power.Waves;
import org.dcos.domain.power.Waves.By;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.Test;

class WaveFormTest {

    private final Texts english = Texts.load(Locale.ENGLISH);

    @Test
    void whatIsTypedBecomesWavesAndComesBackTheSame() {
        for (Waves waves : List.of(Waves.CAREFUL, Waves.ONE,
                new Waves(By.LABEL, "role", 0, 10, 3, false, Duration.ofSeconds(90), 0, 100))) {
            var form = WaveForm.of(waves);

            assertThat(form.problem(english)).isEmpty();
            assertThat(form.waves()).isEqualTo(waves);
        }
    }

    @Test
    void aShareIsWrittenWithAPercentSign() {
        var form = new WaveForm(By.RACK, "", "25 %", "", false, "", "", "");

        assertThat(form.waves().percent()).isEqualTo(25);
        assertThat(form.waves().size()).isZero();
    }

    @Test
    void whatIsNoNumberIsToldInWords() {
        assertThat(new WaveForm(By.RACK, "", "many", "", false, "", "", "").problem(english)).contains("10 %");
        assertThat(new WaveForm(By.LABEL, " ", "", "", false, "", "", "").problem(english)).contains("label");
        assertThat(new WaveForm(By.RACK, "", "", "", false, "", "101", "").problem(english)).contains("0 to 100");
        assertThat(new WaveForm(By.RACK, "", "", "-1", false, "", "", "").problem(english)).contains("canary");
    }

    @Test
    void everyCommandAndStateHasWordsInBothLanguages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            var texts = Texts.load(locale);
            for (ChassisCommand command : WaveCommand.ALL) {
                assertThat(WaveCommand.words(command, texts)).isNotBlank().doesNotContain("!");
                assertThat(WaveCommand.message(command, texts)).isNotBlank();
            }
            assertThat(Arrays.stream(ChassisRun.Stage.values()).map(stage -> texts.of("wave.stage", stage)))
                    .doesNotHaveDuplicates();
            assertThat(Arrays.stream(ChassisRun.State.values()).map(state -> texts.of("wave.state", state)))
                    .doesNotHaveDuplicates();
        }
    }
}
