package org.dcos.ui.model.bringup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.dcos.domain.bringup.BringUp;
import org.dcos.domain.bringup.BringUp.LoginReport;
import org.dcos.domain.bringup.BringUpSettings;
import org.dcos.domain.bringup.BringUpSettings.FirstLogin;
import org.dcos.domain.bringup.BringUpSettings.Recognised;
import org.dcos.ui.model.Ask;
import org.dcos.ui.model.Settled;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BringUpFormTest {

    private static final Recognised HUAWEI = new Recognised("Huawei", "3c:ec:ef", "", "", "", "");
    private static final Recognised DELL = new Recognised("Dell", "", "iDRAC*", "", "", "");

    private final Settled world = new Settled();
    private final Map<String, Function<Object[], Object>> answers = new HashMap<>();
    private final List<BringUpSettings> saved = new ArrayList<>();
    private final BringUpForm form = new BringUpForm(world.estates, Texts.load(Locale.ENGLISH),
            _ -> Ask.of(BringUp.class, answers));

    @BeforeEach
    void load() {
        answers.put("settings", _ -> new BringUpSettings(false, List.of(HUAWEI, DELL), List.of(
                new FirstLogin("*", "root", Optional.empty())), "dcos", "oob", true, 16, true));
        answers.put("save", arguments -> {
            saved.add((BringUpSettings) arguments[0]);
            return arguments[0];
        });
        world.connect();
        form.load(_ -> {});
        world.settle();
    }

    @Test
    void aPasswordThatIsNotTypedStaysAsItIs() {
        form.running(true);
        form.login(0, "*", "admin", "");
        form.login(1, "2288H*", "Administrator", "Admin@9000");
        form.save(_ -> {});
        world.settle();

        assertThat(saved.getFirst().running()).isTrue();
        assertThat(saved.getFirst().logins()).extracting(login -> login.password().isPresent())
                .containsExactly(false, true);
    }

    @Test
    void whatIsAskedFirstIsMovedUp() {
        assertThat(form.move(1, -1)).isZero();

        assertThat(form.recognition()).containsExactly(DELL, HUAWEI);
    }

    @Test
    void aListTellsWhatWasNotTaken() {
        var report = new LoginReport(1, List.of(new LoginReport.Refused(3, "No password.")));

        assertThat(form.said(report)).isEqualTo("1 login was taken.\nLine 3: No password.");
    }
}
