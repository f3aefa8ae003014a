# Finds a Java home of version 25 or newer in the usual places. Sourced by mvnw, direttore and
# the packaged bin/direttore; POSIX sh, no output but the sentence that says what is missing.

java_feature() {
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | head -n 1)
  if [ -z "$version" ]; then
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
  fi
  echo "${version:-0}"
}

# $1: a Java home; $2: the tool that it must have, java or javac.
is_java_25() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/$2" ] && [ "$(java_feature "$1")" -ge 25 ]
}

# A Java home, given itself or its bin/java through any number of links.
java_home_of() {
  if [ -d "$1" ]; then
    echo "$1"
  else
    program=$(readlink -f "$1" 2>/dev/null || echo "$1")
    dirname "$(dirname "$program")"
  fi
}

# $1: java to run, javac to build as well. Prints the Java home, or ends in status 1.
find_java_home() {
  if [ -n "${DIRETTORE_JAVA:-}" ]; then
    chosen=$(java_home_of "$DIRETTORE_JAVA")
    if is_java_25 "$chosen" "$1"; then
      echo "$chosen"
      return 0
    fi
    echo "DIRETTORE_JAVA is '$DIRETTORE_JAVA', which is not a JDK 25 or newer." >&2
    return 1
  fi
  on_path=$(command -v java 2>/dev/null || true)
  for candidate in \
    "${JAVA_HOME:-}" \
    "${on_path:+$(java_home_of "$on_path")}" \
    ${DIRETTORE_JDK_FOLDERS-/usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home}; do
    if [ -n "$candidate" ] && is_java_25 "$candidate" "$1"; then
      echo "$candidate"
      return 0
    fi
  done
  echo "Direttore needs a JDK 25 or newer: install one (Eclipse Temurin 25, for example) or name its folder in JAVA_HOME." >&2
  return 1
}
