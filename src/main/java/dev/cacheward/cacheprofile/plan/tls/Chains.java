package dev.cacheward.cacheprofile.plan.tls;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;

/** Tells whether a certificate is signed by a CA, directly or by way of others. Dates do not matter here. */
final class Chains {
    private Chains() {}

    /** Whether the first certificate leads to one of the CAs, each one being signed by the next. */
    static boolean leadsTo(List<X509Certificate> chain, List<X509Certificate> authorities) {
        for (int i = 0; i < chain.size(); i++) {
            X509Certificate current = chain.get(i);
            if (authorities.stream().anyMatch(ca -> ca.equals(current) || isSigned(current, ca))) {
                return true;
            }
            if (i + 1 < chain.size() && !isSigned(current, chain.get(i + 1))) {
                return false;
            }
        }
        return false;
    }

    /** Names are compared first: signatures take long, and in a bundle nearly all are others'. */
    private static boolean isSigned(X509Certificate certificate, X509Certificate by) {
        if (!certificate.getIssuerX500Principal().equals(by.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(by.getPublicKey());
            return true;
        } catch (GeneralSecurityException notByThisOne) {
            return false;
        }
    }
}
