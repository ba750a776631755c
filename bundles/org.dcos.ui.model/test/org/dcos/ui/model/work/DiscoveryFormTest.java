package org.dcos.ui.model.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;

import org.dcos.domain.Secret;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.Test;

class DiscoveryFormTest {

    private final Texts texts = Texts.load(Locale.ENGLISH);

    @Test
    void reads_a_makers_list_in_any_order_of_columns() {
        var known = DiscoveryForm.readList(
                "\uFEFFserial,Password,user,address,port\nSN1,secret,admin,127.66.0.1,6230\nSN2,x,admin,127.66.0.2,\n",
                texts);

        assertThat(known).hasSize(2);
        assertThat(known.getFirst().address()).isEqualTo("127.66.0.1");
        assertThat(known.getFirst().port()).isEqualTo(6230);
        assertThat(known.getFirst().password()).isEqualTo(Secret.of("secret"));
        assertThat(known.get(1).port()).isEqualTo(623);
    }

    @Test
    void tells_the_line_that_is_too_short() {
        assertThatThrownBy(() -> DiscoveryForm.readList("address,user,password\n1.2.3.4", texts))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Line 2");
    }

    @Test
    void asks_for_what_is_missing() {
        assertThat(new DiscoveryForm("", "623", "", Secret.of(""), List.of()).problem(texts))
                .contains("at least one address");
        assertThat(new DiscoveryForm("10.0.0.1", "70000", "admin", Secret.of(""), List.of()).problem(texts))
                .contains("port");
        assertThat(new DiscoveryForm("10.0.0.1", "623", "admin", Secret.of("x"), List.of()).problem(texts)).isEmpty();
    }

    @Test
    void never_shows_the_password() {
        assertThat(new DiscoveryForm("10.0.0.1", "623", "admin", Secret.of("topsecret"), List.of()).toString())
                .doesNotContain("topsecret");
    }
}
