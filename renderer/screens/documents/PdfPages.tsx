import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { openPdf } from './open-pdf';

/** The pages of a PDF, drawn as they come into sight. The text is read out from the real file by whatever opens it. */
export function PdfPages({ bytes, title }: { readonly bytes: Uint8Array; readonly title: string }) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    const loading = openPdf(bytes);
    let isGone = false;
    // A document that was put away while it was still being read fails to open, which says nothing of the next one.
    loading.promise.then(
      (opened) => isGone || setPdf(opened),
      () => isGone || setBroken(true),
    );
    return () => {
      isGone = true;
      setPdf(null);
      setBroken(false);
      void loading.destroy();
    };
  }, [bytes]);
  if (isBroken)
    return (
      <p className="late document-elsewhere">
        This file cannot be shown. Save it and open it elsewhere; its fingerprint tells whether it is whole.
      </p>
    );
  if (!pdf) return <div className="pdf-pages" aria-busy />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="pdf-pages" aria-label={`Pages of ${title}`} tabIndex={0}>
      {Array.from({ length: pdf.numPages }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is known by its number
        <PdfPage key={index} pdf={pdf} number={index + 1} />
      ))}
    </section>
  );
}

function PdfPage({ pdf, number }: { readonly pdf: PDFDocumentProxy; readonly number: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const target = canvas.current;
    if (!target) return;
    let drawing: { cancel(): void } | null = null;
    const sight = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting || drawing) return;
      void pdf.getPage(number).then((page) => {
        if (drawing || !target.isConnected) return;
        const scale = (target.clientWidth / page.getViewport({ scale: 1 }).width) * window.devicePixelRatio;
        const viewport = page.getViewport({ scale });
        target.width = viewport.width;
        target.height = viewport.height;
        const task = page.render({ canvas: target, viewport });
        drawing = task;
        // Cancelled where the page goes away while it is drawn.
        task.promise.catch(() => undefined);
      });
    });
    sight.observe(target);
    return () => {
      sight.disconnect();
      drawing?.cancel();
    };
  }, [pdf, number]);
  return <canvas ref={canvas} className="pdf-page" role="img" aria-label={`Page ${number}`} />;
}
