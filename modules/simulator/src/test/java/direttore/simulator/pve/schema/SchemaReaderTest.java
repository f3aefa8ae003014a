package direttore.simulator.pve.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaReaderTest {
  private static final String GOOD =
      """
      # A schema of one method, for both kinds of guests.
      values buses
        ide0..1
        sata0
      text vmid
        like ^[1-9]+$
        says '%s' is no VMID
      common
        node text
        vmid whole format=vmid 1..99
      string disk
        file! text main
        volume alias=file
      set disks
        disk[2] text format=disk
      POST /nodes/{node}/(lxc|qemu)/{vmid}/start [any-node] /vms/{vmid}=A|B and (self or all)
        bus text of=@buses needs=name
        name! text length=2..3 like [a b]+
        +disks
      """;

  @Test
  void readsMethodsWithTheirParameters() {
    var schema = read(GOOD);

    assertThat(schema.methods())
        .extracting(MethodSpec::template)
        .containsExactly("/nodes/{node}/lxc/{vmid}/start", "/nodes/{node}/qemu/{vmid}/start");
    var method = Objects.requireNonNull(schema.find("POST", "/nodes/{node}/lxc/{vmid}/start"));
    assertThat(method.proxyTo()).isNull();
    assertThat(method.shape().properties())
        .containsOnlyKeys("bus", "name", "disk[n]", "node", "vmid");
    assertThat(method.shape().errors("", Map.of("node", "pve1", "bus", "scsi0", "name", "abba")))
        .isEqualTo(
            Map.of(
                "bus",
                "value 'scsi0' does not have a value in the enumeration 'ide0, ide1, sata0'",
                "name",
                "value may only be 3 characters long",
                "vmid",
                Shape.MISSING));
  }

  @Test
  void readsWhoMayCall() {
    var method = Objects.requireNonNull(read(GOOD).find("POST", "/nodes/{node}/lxc/{vmid}/start"));

    assertThat(method.permission())
        .isEqualTo(
            new Rule.And(
                List.of(
                    new Rule.OnPath("/vms/{vmid}", List.of("A", "B"), true, null),
                    new Rule.Or(List.of(new Rule.Self(), new Rule.All())))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          name! text         ; name! colour        ; bad:18: type is colour, expected text, flag, whole, number, array or alias=KEY
          name! text         ; name! text wide     ; bad:18: 'wide' is neither a range nor one of main, format=, length=, needs=, as=, of= and like
          name! text length=2; name! text length=x ; bad:18: 'x' is no number
          like [a b]+        ; like [a b           ; bad:18: unclosed character class in [a b
          needs=name         ; needs=colour        ; bad:16: bus names colour, which is not there
          of=@buses          ; of=@colours         ; bad:17: no values are called colours
          format=disk        ; format=colour       ; bad:15: no format is called colour
          +disks             ; +colours            ; bad:19: no set is called colours
          +disks             ; colour              ; bad:19: colour has no type and is not common
          [any-node]         ; [anywhere]          ; bad:16: 'anywhere' is no trait
          self or all        ; self or nobody      ; bad:16: 'nobody' is no rule
          self or all)       ; self or all         ; bad:16: a ) is missing
          {vmid}/start       ; {colour}/start      ; bad:16: {colour} is neither declared nor common
          (lxc|qemu)         ; (lxc|lxc)           ; bad:16: POST /nodes/{node}/lxc/{vmid}/start is there twice
          string disk        ; rope disk           ; bad:11: block is rope, expected common, values, set, text, string or a verb
          says               ; tells               ; bad:5: a text has a line with like and one with says
          """)
  void namesTheLineThatIsWrong(String right, String wrong, String message) {
    assertThat(GOOD).contains(right);

    assertThatIllegalStateException()
        .isThrownBy(() -> read(GOOD.replace(right, wrong)))
        .withMessage(message);
  }

  private static ApiSchema read(String content) {
    var reader = new SchemaReader();
    reader.read("bad", content);
    return reader.schema();
  }
}
