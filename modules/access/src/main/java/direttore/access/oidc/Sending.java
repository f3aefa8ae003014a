package direttore.access.oidc;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;

/** How a provider is asked: with patience, over the certificates that are trusted. */
record Sending(Registration registration) {
  HTTPResponse sent(HTTPRequest request) throws IOException {
    prepare(request);
    return request.send();
  }

  void prepare(HTTPRequest request) {
    request.setConnectTimeout(patience());
    request.setReadTimeout(patience());
    request.setFollowRedirects(false);
    var tls = registration.preferences().tls();
    if (tls != null) {
      request.setSSLSocketFactory(tls);
    }
  }

  DefaultResourceRetriever retriever(int largest) {
    var tls = registration.preferences().tls();
    return tls == null
        ? new DefaultResourceRetriever(patience(), patience(), largest)
        : new DefaultResourceRetriever(patience(), patience(), largest, true, tls);
  }

  private int patience() {
    return Math.toIntExact(registration.patience().toMillis());
  }
}
