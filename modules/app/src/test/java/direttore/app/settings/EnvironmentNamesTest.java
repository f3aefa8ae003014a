package direttore.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.app.start.StartRefusal.WrongSetting;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Mistyped settings, and variables that belong to others. */
class EnvironmentNamesTest {
  private static final List<String> FOREIGN =
      List.of(
          """
          PATH HOME USER LOGNAME SHELL LANG LC_ALL LC_CTYPE LANGUAGE TERM COLORTERM TZ PWD OLDPWD \
          SHLVL _ MAIL EDITOR VISUAL PAGER LESSOPEN LS_COLORS HOSTNAME HOSTTYPE OSTYPE TMPDIR \
          DISPLAY WAYLAND_DISPLAY SESSION_MANAGER DESKTOP_SESSION DBUS_SESSION_BUS_ADDRESS \
          XDG_SESSION_ID XDG_SESSION_TYPE XDG_RUNTIME_DIR XDG_DATA_DIRS XDG_DATA_HOME \
          XDG_CONFIG_DIRS SSH_AUTH_SOCK SSH_AGENT_PID SSH_CLIENT SSH_CONNECTION SSH_TTY GPG_AGENT_INFO \
          SUDO_USER SUDO_UID SUDO_GID SUDO_COMMAND \
          JAVA_HOME JAVA_OPTS JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS MAVEN_OPTS MAVEN_ARGS MAVEN_HOME \
          CLASSPATH NODE_ENV NODE_OPTIONS NODE_PATH NODE_EXTRA_CA_CERTS NPM_CONFIG_CACHE NVM_DIR \
          PYTHONPATH VIRTUAL_ENV GOPATH CARGO_HOME RUST_LOG PORT HOST DEBUG CI API BASE_URL \
          KUBERNETES_SERVICE_HOST KUBERNETES_SERVICE_PORT KUBERNETES_SERVICE_PORT_HTTPS \
          KUBERNETES_PORT KUBERNETES_PORT_443_TCP KUBERNETES_PORT_443_TCP_ADDR POD_NAME POD_NAMESPACE \
          POD_IP NODE_NAME DIRETTORE_SERVICE_HOST DIRETTORE_SERVICE_PORT DIRETTORE_SERVICE_PORT_HTTP \
          DIRETTORE_PORT_8000_TCP DIRETTORE_PORT_8000_TCP_ADDR API_SERVICE_HOST API_SERVICE_PORT \
          API_PORT_8000_TCP DASHBOARD_SERVICE_HOST PROXMOX_SERVICE_HOST DATABASE_PORT_5432_TCP_PROTO \
          PGHOST PGPORT PGUSER PGPASSWORD PGDATABASE PGDATA POSTGRES_USER POSTGRES_PASSWORD POSTGRES_DB \
          POSTGRES_HOST POSTGRES_PASSWORD_FILE DATABASE_NAME DATABASE_HOST DATABASE_PORT DATABASE_SSL \
          DATABASE_SCHEMA DATABASE_TYPE DATABASE_CLIENT DATABASE_USERNAME DATABASE_URL_UNPOOLED \
          DATABASE_URL_NON_POOLING DATABASE_POOL_SIZE TEST_DATABASE_URL DB_URL DB_USER DB_PASSWORD \
          DB_HOST MYSQL_USER REDIS_URL MONGO_URL \
          API_KEY API_TOKEN API_SECRET API_URL API_BASE_URL API_VERSION API_TIMEOUT API_ENDPOINT \
          VITE_API_HOST REACT_APP_API_HOST NEXT_PUBLIC_API_PORT APP_HOST APP_HOSTS APP_PORT APP_ENV \
          APP_NAME APP_KEY APP_DATA_DIR AUTH_TOKEN AUTH_CODE AUTH_SECRET AUTH_URL AUTH_TYPE AUTH_USER \
          SECRET_KEY SECRET_KEY_BASE SECRET_TOKEN SESSION_SECRET SESSION_KEY SESSION_DRIVER \
          SESSION_LIFETIME COOKIE_SECRET JWT_SECRET CLIENT_ID CLIENT_SECRET OIDC_RP_CLIENT_ID OIDC_RP_CLIENT_SECRET \
          OIDC_PROVIDER OIDC_REDIRECT_URI OIDC_AUDIENCE OAUTH_CLIENT_ID GITHUB_TOKEN GITHUB_ACTIONS \
          GITLAB_CI CI_COMMIT_SHA BUILD_NUMBER JENKINS_URL AWS_REGION AWS_ACCESS_KEY_ID \
          AWS_SECRET_ACCESS_KEY AZURE_CLIENT_ID AZURE_TENANT_ID GOOGLE_APPLICATION_CREDENTIALS \
          LOG_LEVEL LOG_FORMAT LOG_FILE HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY http_proxy no_proxy \
          TRUSTED_HOSTS TRUST_PROXY PROXY_HOST CORS_ORIGINS CORS_ORIGIN ALLOWED_HOSTS ALLOWED_ORIGINS \
          TLS_CERT TLS_KEY TLS_CERT_FILE SSL_CERT_FILE SSL_CERT_DIR CA_FILE CURL_CA_BUNDLE \
          REQUESTS_CA_BUNDLE DATA_PATH DATA_ROOT CACHE_DIR LOG_DIR CONFIG_DIR MEDIA_DIR \
          INVOCATION_ID JOURNAL_STREAM NOTIFY_SOCKET LISTEN_FDS LISTEN_PID WATCHDOG_USEC MAINPID \
          SYSTEMD_EXEC_PID STATE_DIRECTORY LOGS_DIRECTORY CREDENTIALS_DIRECTORY MEMORY_PRESSURE_WATCH \
          WORKER_COUNT WORKER_CONCURRENCY WORKER_CLASS WEB_CONCURRENCY MEMORY_LIMIT CPU_LIMIT \
          CPU_COUNT USER_AGENT USER_ID USER_NAME USER_HOME PROXMOX_VE_ENDPOINT PROXMOX_VE_API_TOKEN \
          PROXMOX_VE_USERNAME PM_API_URL PKR_VAR_token TF_VAR_proxmox OTEL_SERVICE_NAME \
          OTEL_EXPORTER_OTLP_HEADERS CONTAINER_HOST DOCKER_HOST COMPOSE_PROJECT_NAME SERVER_PORT \
          SERVER_HOST SPRING_PROFILES_ACTIVE DASHBOARD_URL JOBS_QUEUE VAULT_ADDR TOKEN_SECRET \
          NETBOX_API NETBOX_SERVER_URL NETBOX_API_TOKEN NETBOX_HOST ANSIBLE_CONFIG WSL_DISTRO_NAME WT_SESSION ProgramFiles SystemRoot \
          DIRETTORE_HEAP DIRETTORE_JAVA DIRETTORE_JDK_FOLDERS DIRETTORE_JVM_FLAGS\
          """
              .split(" +"));

  @TempDir Path folder;

  @Test
  void whatBelongsToOthersIsLeftAlone() {
    var refused = new TreeSet<String>();
    for (var name : FOREIGN) {
      if (!EnvironmentNames.ours(Map.of(name, "x")).isEmpty()) {
        refused.add(name);
      }
    }

    assertThat(refused).isEmpty();
  }

  @Test
  void theAddressOfAServiceOfOurNameIsKubernetes() {
    assertThat(EnvironmentNames.ours(Map.of("DIRETTORE_PORT", "tcp://10.96.0.7:8000"))).isEmpty();
    assertThat(EnvironmentNames.ours(Map.of("DIRETTORE_PORT", "8000"))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void oneWrongLetterIsSeen(Setting setting) {
    var name = setting.name();
    var known = Arrays.stream(Setting.values()).map(Enum::name).toList();
    var wrong =
        IntStream.range(0, name.length())
            .filter(at -> name.charAt(at) != '_')
            .boxed()
            .flatMap(at -> {
              var before = name.substring(0, at);
              var letter = name.substring(at, at + 1);
              var after = name.substring(at + 1);
              return Stream.of(
                  before + after,
                  before + "X" + after,
                  before + letter + letter + after,
                  swapped(before, letter, after));
            })
            .filter(mistyped -> !known.contains(mistyped))
            .toList();

    assertThat(wrong)
        .allSatisfy(mistyped -> {
          assertThat(EnvironmentNames.ours(Map.of(mistyped, "x"))).containsKey(mistyped);
          assertThat(NearestSetting.of(mistyped)).isPresent();
        });
  }

  private static String swapped(String before, String letter, String after) {
    return after.isEmpty() || after.startsWith("_")
        ? before + after
        : before + after.charAt(0) + letter + after.substring(1);
  }

  @ParameterizedTest
  @CsvSource({
    "OIDC_ISSUR,OIDC_ISSUER",
    "PROTECTED_VMID,PROTECTED_VMIDS",
    "TRUSTED_PROXY,TRUSTED_PROXIES",
    "OIDC_ROLE,OIDC_ROLES",
    "USER_BRIDGE,USER_BRIDGES",
    "API_PROT,API_PORT",
    "DATABASE_URI,DATABASE_URL",
    "DATABASE_PASSWD,DATABASE_PASSWORD",
    "DATABASE_PASWORD_FILE,DATABASE_PASSWORD_FILE",
    "SESSION_MINUTES,SESSION_IDLE_MINUTES",
    "API_ORIGINS,API_CORS_ORIGINS",
    "API_CORS_ALLOWED_ORIGINS,API_CORS_ORIGINS",
    "OIDC_TRUSTED_DAYS,OIDC_TRUST_DAYS",
    "MEMORY_OVERCOMIT,MEMORY_OVERCOMMIT",
    "AUDIT_DAY,AUDIT_DAYS"
  })
  void aMistypedSettingIsRefusedWithTheOneThatWasMeant(String mistyped, String meant) {
    assertThatExceptionOfType(WrongSetting.class)
        .isThrownBy(() -> Settings.read(folder, Map.of(mistyped, "x"), Map.of()))
        .withMessage(
            "%s (environment) is not a setting of Direttore: %s is probably meant; see 'direttore"
                + " settings' for all of them.",
            mistyped, meant);
  }
}
